"""URLs: what is wrong with them, their hosts and schemes."""
