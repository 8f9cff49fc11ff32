"""Paths of files and URL paths, as most generators make the ones of the others."""

from __future__ import annotations

import os
import posixpath
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from articlelint.generators.settings import Settings

_LONGEST: Final = 4096
"""Linux' PATH_MAX, with the zero at the end: a file's path is shorter."""
PLAIN_PATH = regex(r"[A-Za-z0-9_/-]*+(?:\.html)?")
"""A URL path that no generator spells otherwise."""


DATE_PREFIX = regex(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}[-/]")


_DAY = regex(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ][\d:. ]+)?\Z")


_PLACEHOLDER = regex(r":(\w+)")


def filled(pattern: str, title: str, date: object) -> str | None:
    """Return a pattern of permalinks with the parts of a date and the *title* in it.

    What Hexo's and Jekyll's patterns have in common. None where something else is wanted, or
    where the day hangs on a time zone.
    """
    found = _DAY.match(str(date)) if date is not None else None
    if found is None:
        parts = {"title": title}
    else:
        year, month, day = found.groups()
        parts = {
            "title": title,
            "year": year,
            "month": month.zfill(2),
            "day": day.zfill(2),
            "i_month": month.lstrip("0"),
            "i_day": day.lstrip("0"),
        }
    pieces = _pieces(pattern)
    if not parts.keys() >= set(pieces[1::2]):
        return None
    return "".join(
        [parts[each] if number % 2 else each for number, each in enumerate(pieces)]
    ).lstrip("/")


@lru_cache(maxsize=256)
def _pieces(pattern: str) -> list[str]:
    """Return what stands between placeholders, and their names, in turns."""
    return _PLACEHOLDER.split(pattern)


def within(root: Path, article: PurePath) -> PurePosixPath | None:
    """Return *article* relative to *root*; None where it lies elsewhere."""
    if not article.is_absolute():
        return PurePosixPath(article.as_posix())
    try:
        # Not resolve(): a link into another folder keeps its place in the site.
        relative = Path(os.path.abspath(article)).relative_to(os.path.abspath(root))  # noqa: PTH100
    except ValueError:
        return None
    return PurePosixPath(relative.as_posix())


def posix(path: PurePath) -> PurePosixPath:
    """Return *path* with slashes; as a rule it has them already."""
    return path if isinstance(path, PurePosixPath) else PurePosixPath(path.as_posix())


def included(names: object, source: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """Return the folders of *source* that a configuration has published in spite of their names."""
    given = [str(name).strip("/") for name in names] if isinstance(names, list) else []
    return tuple(source / name for name in given if name.startswith("_") and "*" not in name)


def has_hidden_folder(path: PurePath, settings: Settings, kept: Collection[str]) -> bool:
    """Tell whether a folder of *path*, relative to the root, begins with an underscore.

    *kept* are the names of such folders that are published none the less, besides those that
    ``settings.content`` names.
    """
    if any("_" in folder.name[:1] and path.is_relative_to(folder) for folder in settings.content):
        return False
    return any(part.startswith("_") and part not in kept for part in path.parts[:-1])


def resolve(folder: Path, url_path: str) -> Path:
    """Return the file that *url_path* names, from *folder*; ``.`` and ``..`` are resolved.

    A path that is too long for any system is cut off: since Python 3.12 pathlib's comparisons
    take a time that grows with the square of the number of folders.
    """
    # As text, which is much quicker: a page of links has hundreds of candidates.
    path = os.path.normpath(os.path.join(folder, url_path.lstrip("/")))  # noqa: PTH118
    return Path(path[:_LONGEST])


def rooted(url_path: str) -> str:
    """Return a root-relative URL path without its slash; ``..`` does not leave the root."""
    return posixpath.normpath("/" + url_path.lstrip("/")).lstrip("/")


def without_base(url_path: str, settings: Settings) -> tuple[str, ...]:
    """Return what a root-relative URL path may mean within the site, the likelier first.

    Below a base path, ``/blog/a.png`` is ``a.png`` of the site; that ``/a.png`` is not on
    the site is overlooked, since most generators put the base path before it themselves.
    """
    base = settings.base_path
    if base != "/" and url_path.startswith(base):
        return (rooted(url_path[len(base) :]), rooted(url_path))
    return (rooted(url_path),)


def unique(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return *paths* without repetitions."""
    return tuple(dict.fromkeys(paths))
