"""Rules about the file's characters."""
