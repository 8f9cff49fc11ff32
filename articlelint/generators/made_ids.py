"""Ids that layouts make of data, in a loop: ``<h2 id="{{ item.name | slugify }}">``."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

_LOOP: Final = regex(r"\{\{-?\s*range\b|\{%-?\s*for\b")
_MADE: Final = regex(r"""(?<![\w-])id\s*=\s*["']?[\w-]*\{\{""")


def makes_ids(source: str) -> bool:
    """Tell whether a template of Go, Liquid or Jinja puts out an id for each of several things."""
    loop = _LOOP.search(source)
    return loop is not None and _MADE.search(source, loop.end()) is not None
