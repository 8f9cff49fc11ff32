"""The screen: a quick look that passes pages in which nothing can be wrong."""
