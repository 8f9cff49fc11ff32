"""How we write."""
