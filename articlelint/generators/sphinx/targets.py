"""The targets that the sources of a Sphinx project name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.generators.tree import SOURCES, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_KINDS: Final = (*SOURCES, ".rst", ".txt", ".ipynb", ".py")
_TARGET: Final = regex(
    r"\(([^()\n]{1,200})\)=|^[ \t>]*\.\. _([^:\n]{1,200}):|:(?:name|label):[ \t]*(\S+)"
    r"|\{[^{}\n]{0,200}#([\w:.\-]{1,200})",
    8,
)  # MULTILINE


@lru_cache(maxsize=16)
def targets(root: Path) -> frozenset[str]:
    """Return the names as they are written."""
    reader = Reader(root)
    found: set[str] = set()
    for name in tree(root) or ():
        if name.endswith(_KINDS):
            for match in _TARGET.finditer(reader.text(name)):
                found.add(match[match.lastindex or 0])
    return frozenset(found)
