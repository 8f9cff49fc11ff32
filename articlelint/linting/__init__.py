"""Rules, and running them over an article."""
