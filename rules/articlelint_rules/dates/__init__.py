"""Rules about what the generator will read as a date."""
