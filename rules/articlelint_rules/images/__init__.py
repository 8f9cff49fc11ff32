"""Rules about pictures, whatever syntax they stand in."""
