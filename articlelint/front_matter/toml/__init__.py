"""Front matter in TOML, with the place of every part."""
