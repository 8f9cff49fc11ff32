"""Rules about articles compared with each other."""
