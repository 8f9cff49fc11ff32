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
_DEFAULT = regex(r"^[ \t]+layout[ \t]*:[ \t]*([\w./\"'-]++)", 8)  # MULTILINE
_OF_HEADING = regex(
    r"<(?:h[1-6]|\{\{[^{}]{1,100}\}\})\s[^<>]{0,200}?\bid\s*=\s*[\"']?[\w-]{0,60}\{\{(?!-?\s*page\.title)"
)
_DEEPEST = 4
_NAME = regex(r"[\w.-]+(?:/[\w.-]+)*")


@lru_cache(maxsize=256)
def makes_ids_for(layout: str, root: Path) -> bool:
    """Tell whether a layout, or what it includes, makes ids of data."""
    if not _NAME.fullmatch(layout):
        return False
    reader = Reader(root)
    source = reader.text(f"_layouts/{layout}.html")
    return makes_ids(source) or any(_part_makes(each, root, _DEEPEST) for each in _parts(source))


def layouts_by_default(root: Path) -> frozenset[str]:
    """Return the layouts that the configuration gives to pages that name none."""
    found = _DEFAULT.findall(Reader(root).text("_config.yml"))
    return frozenset(each.strip("\"'") for each in found)


@lru_cache(maxsize=1024)
def _part_makes(name: str, root: Path, depth: int) -> bool:
    """Tell whether an include, or one in it, makes ids of data; its heading may have one."""
    source = Reader(root).text(f"_includes/{name}")
    if makes_ids(source) or _OF_HEADING.search(source):
        return True
    return depth > 0 and any(_part_makes(each, root, depth - 1) for each in _parts(source))


def _parts(source: str) -> list[str]:
    return [match[1] for match in _INCLUDE.finditer(source)]
