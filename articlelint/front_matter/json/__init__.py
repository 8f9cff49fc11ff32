"""Front matter in JSON, with the place of every part."""
