"""The version, for whoever names it to others."""

__version__ = "0.2.0"
