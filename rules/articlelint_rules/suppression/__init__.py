"""Rules about the comments that suppress rules."""
