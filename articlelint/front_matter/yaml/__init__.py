"""Front matter in YAML, with the place of every part."""
