"""The text of a block by Python-Markdown's own rules: one construct after the other."""
