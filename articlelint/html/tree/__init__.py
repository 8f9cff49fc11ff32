"""The tree of a page, every node at its place."""
