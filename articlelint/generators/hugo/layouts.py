"""The layouts that a page of Hugo has for itself: docs, "Template lookup order"."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.hugo.addresses import place_of
from articlelint.generators.hugo.templates import partial_source
from articlelint.generators.made_ids import makes_ids
from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path, PurePath

    from articlelint.generators.settings import Settings

_CALLED_IF: Final = regex(
    r"""\{\{-?\s*(?:else\s+)?if\b([^{}]*)\}\}\s*\{\{-?\s*partial(?:Cached)?\s+["`]([\w./-]+)"""
)
_QUOTED: Final = regex(r"[\"`]([^\"`\n]+)[\"`]")
_SHARED: Final = frozenset({"_default", "_partials", "_shortcodes", "partials", "shortcodes"})

_OF_KINDS: Final = frozenset(
    {
        *("all", "baseof", "home", "index", "list", "page", "section", "single", "taxonomy"),
        *("term", "terms"),
    }
)
"""Layouts that a page has without naming one; any other one it has to name."""


def makes_ids_for(
    path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
) -> bool:
    """Tell whether a layout of the page's section, type or name makes ids of data."""
    place = place_of(PurePosixPath(path), settings)
    if place is None:
        return False
    first, slash, _ = place.inner.partition("/")
    names = {first if slash else "index" if first in {"_index", "index"} else "page"}
    names.update(str(data.get(key) or "") for key in ("type", "layout"))
    if not _making(root).isdisjoint(map(str.lower, names)):
        return True
    words = _words_that_make(root)
    return bool(words) and not words.isdisjoint(_strings(data))


@lru_cache(maxsize=16)
def _making(root: Path) -> frozenset[str]:
    """Return the folders and names of the layouts that make ids of data."""
    reader = Reader(root)
    found: set[str] = set()
    for name in tree(root) or ():
        _, layouts, inner = f"/{name}".rpartition("/layouts/")
        if not layouts or not name.endswith(".html"):
            continue
        *folders, last = inner.lower().removesuffix(".html").split("/")
        if not _SHARED.intersection(folders) and makes_ids(reader.text(name)):
            if last.partition(".")[0] in _OF_KINDS:
                found.update(folders)
            found.add("index" if last == "home" else last)
    return frozenset(found)


@lru_cache(maxsize=16)
def _words_that_make(root: Path) -> frozenset[str]:
    """Return the values of front matter for which a layout calls a partial that makes ids of data.

    ``{{ if eq .Params.kind "makers" }}{{ partial "makers.html" . }}``
    """
    reader = Reader(root)
    found: set[str] = set()
    for name in tree(root) or ():
        _, layouts, _ = f"/{name}".rpartition("/layouts/")
        source = reader.text(name) if layouts and name.endswith(".html") else ""
        for asked, called in _CALLED_IF.findall(source) if "partial" in source else ():
            partial = partial_source(root, called)
            if partial is not None and makes_ids(partial):
                found.update(_QUOTED.findall(asked))
    return frozenset(found)


def _strings(data: object) -> Iterator[str]:
    """Yield the texts in the values of front matter, those of ``cascade`` too."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
