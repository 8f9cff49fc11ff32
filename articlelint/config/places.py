"""What configuration files are called, and where in a pyproject.toml ours stands."""

from __future__ import annotations

FILE_NAMES = (".articlelint.toml", "articlelint.toml", "pyproject.toml")
"""Names of configuration files; of several in one folder the first one counts."""

PYPROJECT = "pyproject.toml"
TABLE = ("tool", "articlelint")
"""Where in a pyproject.toml the configuration stands."""
