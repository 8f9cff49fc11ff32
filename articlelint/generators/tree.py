"""The files of a site by path and by the name that their pages go by."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCES: Final = (".md", ".mdx", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mdoc")
"""Extensions of Markdown."""
PAGES: Final = (*SOURCES, ".html", ".htm", ".adoc", ".rst", ".org", ".ipynb")
"""Extensions of files that a generator may make pages of."""
_LARGEST_TREE: Final = 200_000


@lru_cache(maxsize=64)
def tree(folder: Path) -> tuple[str, ...] | None:
    """Return the paths of all files below *folder*, hidden ones and modules left out.

    None where there are more than anybody would look through.
    """
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [
            each for each in folders if not each.startswith(".") and each != "node_modules"
        ]
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
        if len(found) > _LARGEST_TREE:
            return None
    return tuple(sorted(found))


def logical_name(relative: PurePosixPath | str) -> str:
    """Return what a page is called: its name without extension and language, or its folder's."""
    path = PurePosixPath(relative)
    name = path.name.lower()
    stem = name.partition(".")[0] if name.endswith(PAGES) else name
    return path.parent.name.lower() if stem in {"index", "_index"} else stem


@lru_cache(maxsize=64)
def names_below(root: Path, folder: str) -> frozenset[str]:
    """Return the names of all files in *folder*, which is relative to *root*, and below it."""
    start = "" if folder == "." else f"{folder}/"
    return frozenset(each.rpartition("/")[2] for each in tree(root) or () if each.startswith(start))


@lru_cache(maxsize=64)
def by_name(root: Path) -> dict[str, list[str]]:
    """Return the paths below *root* by the name that their pages go by."""
    found: dict[str, list[str]] = {}
    for relative in tree(root) or ():
        found.setdefault(logical_name(relative), []).append(relative)
    return found


def ending(root: Path, wanted: PurePosixPath) -> Iterator[Path]:
    """Yield the files below *root* whose logical path ends with *wanted*, extension or not."""
    parts = wanted.parts
    for relative in by_name(root).get(logical_name(wanted), ()):
        path = PurePosixPath(relative)
        page = path.parent if logical_name(path) == path.parent.name.lower() else path
        if page.parts[-len(parts) : -1] == parts[:-1] or path.parts[-len(parts) : -1] == parts[:-1]:
            yield root / relative
