"""The HTML standard's tables."""
