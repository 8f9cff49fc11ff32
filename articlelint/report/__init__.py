"""What a run found, and where."""
