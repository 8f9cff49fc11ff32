"""Rules about the block of data before the body."""
