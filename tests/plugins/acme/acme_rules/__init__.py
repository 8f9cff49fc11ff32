"""Rules of a house, as a package of its own."""
