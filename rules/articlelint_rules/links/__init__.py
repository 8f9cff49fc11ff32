"""Rules about links: where they lead and what they are called."""
