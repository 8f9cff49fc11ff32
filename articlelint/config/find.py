"""Where configuration files are; asked for every folder, and answered without any import."""

from __future__ import annotations

import os

from articlelint.config.places import FILE_NAMES, PYPROJECT, TABLE
from articlelint.text.files import read_bytes


def config_in(folder: str) -> str | None:
    """Return the path of the configuration file of *folder*, or None.

    A pyproject.toml counts only where it has a table ``[tool.articlelint]``. Raises
    ConfigError where it has to be read for that and cannot be.
    """
    for name in FILE_NAMES:
        path = f"{folder.rstrip(os.sep)}{os.sep}{name}"
        if os.path.isfile(path) and (name != PYPROJECT or _has_table(path)):
            return path
    return None


def _has_table(path: str) -> bool:
    try:
        if TABLE[1].encode() not in read_bytes(path):
            return False
    except OSError:  # somebody else's file; ours to read only if it is ours
        return False
    from pathlib import Path

    from articlelint.config.file import ConfigFile

    return TABLE[1] in ConfigFile(Path(path)).document.get(TABLE[0], {})
