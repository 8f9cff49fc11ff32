"""Paths as services outside want them: from the root of the checkout, with slashes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.reporters.style import Style


def from_root(path: Path, style: Style) -> str:
    """Return *path* from the root of the checkout; absolute where it lies outside.

    Where the style knows no root, the path is returned as it was given.
    """
    if style.root is None or style.here is None:
        return path.as_posix()
    whole = type(path)(os.path.normpath(style.here / path))
    return (whole.relative_to(style.root) if whole.is_relative_to(style.root) else whole).as_posix()


def uri(path: str) -> str:
    """Return *path*, with slashes, as a relative URI, or a ``file:`` one if it is absolute."""
    quoted = quote_from_bytes(os.fsencode(path))
    if path.startswith("/"):
        return f"file://{quoted}"
    if path[1:2] == ":":  # a drive
        return f"file:///{quoted.replace('%3A', ':', 1)}"
    return quoted
