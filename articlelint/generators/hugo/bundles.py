"""Leaf bundles: folders of which Hugo makes one page. Docs, "Page bundles"."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path, PurePath, PurePosixPath

    from articlelint.generators.settings import Settings

_INDEXES: Final = ("index.md", "index.html", "index.markdown")
_SHOWS_MORE: Final = regex(
    r"^[ \t]*(?:layout|type|headless|_?build|resources|outputs|cascade)[ \t]*[:=]|^\[",
    re.MULTILINE | re.IGNORECASE,
)
"""A layout of its own may show the other files."""


def unpublished(path: PurePath, settings: Settings, root: Path) -> str | None:
    """Return why Hugo makes no page of the file at *path*: an ``index`` beside or above it.

    That of one language takes the folder for all of them.
    """
    name = path.stem.partition(".")[0]
    if name == "_index":
        return None
    beginnings = _beginnings(settings.content)
    for folder in path.parents[1:] if name == "index" else path.parents:
        if not f"{folder}/".startswith(beginnings):
            return None
        index = _index_in(os.path.join(root, folder), settings.languages)  # noqa: PTH118 - quicker
        if index is not None:
            shown = (folder / index).as_posix()
            if _SHOWS_MORE.search(Reader(root).text(shown)):
                return None
            return (
                f"Hugo makes one page of the folder of `{shown}`, and none of the other files in it"
            )
    return None


@lru_cache(maxsize=64)
def _beginnings(content: tuple[PurePosixPath, ...]) -> tuple[str, ...]:
    """Return what the paths of folders for content, and of those in them, begin with."""
    return tuple("" if not each.parts else f"{each}/" for each in content)


@lru_cache(maxsize=4096)
def _index_in(folder: str, languages: tuple[str, ...]) -> str | None:
    """Return the name of the index that makes a bundle of *folder*; None where there is none."""
    try:
        names = frozenset(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return None
    indexes = (*_INDEXES, *(f"index.{language}.md" for language in languages))
    return next((name for name in indexes if name in names), None)
