"""The version, for whoever names it to others."""

__version__ = "0.1.0"
