"""Rules about what readers with a screen reader or a keyboard meet."""
