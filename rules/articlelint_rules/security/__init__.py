"""Rules about what an article does to its readers; most are for content from strangers."""
