"""The layout that a page of Jekyll names: docs, "Layouts"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.generators.made_ids import makes_ids
from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_INCLUDE = regex(r"""\{%-?\s*include(?:_cached)?\s+([\w./-]+)""")
_NAME = regex(r"[\w.-]+(?:/[\w.-]+)*")


@lru_cache(maxsize=256)
def makes_ids_for(layout: str, root: Path) -> bool:
    """Tell whether a layout, or what it includes, makes ids of data."""
    if not _NAME.fullmatch(layout):
        return False
    reader = Reader(root)
    source = reader.text(f"_layouts/{layout}.html")
    parts = (reader.text(f"_includes/{match[1]}") for match in _INCLUDE.finditer(source))
    return makes_ids(source) or any(map(makes_ids, parts))
