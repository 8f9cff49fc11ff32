"""The folders that Gatsby's plugins read: gatsby-source-filesystem, its README."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.generators.reading import Reader

_PROGRAMS: Final = tuple(f"gatsby-node.{each}" for each in ("js", "ts", "mjs"))
_PAGES: Final = PurePosixPath("src/pages")
_PLUGIN: Final = regex(r"[\"'`]gatsby-source-filesystem[\"'`]")
_PATH: Final = regex(
    r"(?<![\w.])path\s*:\s*(?:"
    r"`\$\{__dirname\}(?P<template>/[^`$\n]*)`"
    r"|__dirname\s*\+\s*[\"'`](?P<added>/[^\"'`$\n]*)[\"'`]"
    r"|[\"'`](?P<plain>[^\"'`$\n]*)[\"'`]"
    r"|(?:path\.)?(?:join|resolve)\(\s*(?:__dirname\s*,\s*)?"
    r"(?P<joined>[\"'`][^\"'`$\n]*[\"'`](?:\s*+,\s*+[\"'`][^\"'`$\n]*[\"'`])*+)\s*+(?:,\s*+)?\)"
    r")\s*[,}\n]"
)
_TEXT: Final = regex(r"[\"'`]([^\"'`]*)[\"'`]")
_LONGEST: Final = 1000
_BESIDES: Final = frozenset({"images", "image", "img", "assets", "static", "fonts", "icons"})


def content_folders(config: str, reader: Reader) -> tuple[PurePosixPath, ...]:
    """Return the folders that hold articles, the root's own where they are not known.

    *config* is ``gatsby-config`` without its comments. A theme brings plugins of its own, and a
    program may read any file.
    """
    known = () if _reads_files(config, reader) else _named(config, reader.root)
    return known or (PurePosixPath(),)


def _reads_files(config: str, reader: Reader) -> bool:
    """Tell whether a theme, or the site's own program, may read files that no plugin names."""
    if _THEME.search(config) is not None:
        return True
    return any(_FILES.search(reader.text(name)) for name in _PROGRAMS)


_THEME: Final = regex(r"[\"'`][^\"'`\s]*gatsby-theme[^\"'`\s]*[\"'`]")
_FILES: Final = regex(r"\breaddir|\breadFile|\bglob")


def _named(config: str, root: Path) -> tuple[PurePosixPath, ...]:
    """Return the folders that the plugins name; none where one of them is not plain."""
    found: dict[PurePosixPath, None] = {}
    for plugin in _PLUGIN.finditer(config):
        path = _PATH.search(config, plugin.end(), plugin.end() + _LONGEST)
        if path is None:
            return ()
        one = path["template"] or path["added"] or path["plain"] or ""
        parts = _TEXT.findall(path["joined"] or "") or [one]
        place = PurePosixPath(*(part.strip("/") for part in parts))
        if ".." in place.parts or not place.parts:
            return ()
        found[place] = None
    if not found:
        return ()
    if (root / _PAGES).is_dir():
        found[_PAGES] = None  # gatsby-plugin-page-creator, which Gatsby has built in
    return tuple(sorted(found, key=lambda place: place.name in _BESIDES))
