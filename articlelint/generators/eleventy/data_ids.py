"""Ids that layouts make of data: ``<h2 id="{{ item.text | slugify }}">``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.generators.tree import SOURCES, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_MADE: Final = regex(
    r"""(?<![\w-])id\s*=\s*["']\{\{-?\s*+(?!include\.)(?:\w+\.)+(?P<key>\w++)"""
    r"(?:\s*+\|\s*+(?:slugify|slug|downcase|lower|strip|trim|escape|safe)\b)*+\s*+-?\}\}[\"']"
)
_DATA: Final = (".yaml", ".yml", ".json")
_SCRIPTS: Final = (".js", ".cjs", ".mjs", ".ts")
_LITERAL: Final = r"""^[ \t,{{\[-]*+["']?{key}["']?[ \t]*:[ \t]*(?P<value>[^\s].*)$"""
_FETCHES: Final = regex(r"\bfetch|\bawait\b|\.then\(")
_LONGEST: Final = 200


def without_data(text: str, root: Path) -> tuple[str, frozenset[str]] | None:
    """Return a layout's *text* without the ids that it makes of data, and the words of these.

    None where programs may make the data.
    """
    keys = {match["key"] for match in _MADE.finditer(text)}
    if not keys:
        return text, frozenset()
    found: set[str] = set()
    for key in sorted(keys):
        values = _values(root, key)
        if values is None:
            return None
        found |= values
    return _MADE.sub("", text), frozenset(found)


@lru_cache(maxsize=64)
def _values(root: Path, key: str) -> frozenset[str] | None:
    """Return what data files and front matter have for *key*; None where a program may add some."""
    reader = Reader(root)
    line = regex(_LITERAL.format(key=key), 8)  # MULTILINE
    found: set[str] = set()
    for name in tree(root) or ():
        is_data = "_data/" in name or ".11tydata." in name
        if name.endswith(_DATA):
            text = reader.text(name)
        elif name.endswith(SOURCES):
            text = reader.text(name).partition("\n---")[0]
        elif is_data and name.endswith(_SCRIPTS):
            text = reader.text(name)
            if _FETCHES.search(text) or f"{key}:" in text or f"{key}," in text:
                return None
        else:
            continue
        if key in text:
            found.update(each["value"][:_LONGEST].strip("\"', ") for each in line.finditer(text))
    return frozenset(found) if found else None
