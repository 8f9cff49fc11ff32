"""Rules about what the template engine of the generator makes of an article."""
