"""Old versions of a documentation, which nobody edits: newer ones lie beside them."""

# ruff: noqa: PTH118, PTH119, PTH120, PTH122, PTH208 - a walk asks of many folders, and text is quicker
from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from articlelint.text.files import is_folder
from articlelint.text.regex import regex

_VERSION: Final = regex(
    r"(?:version-|release-|docs[-_])?v?(\d{1,4}(?:\.\d{1,4}){0,2})(?:\.[xX]|-x)?(?:[-_]docs)?"
)
_NEXT: Final = frozenset(
    {"current", "dev", "devel", "develop", "developing", "development", "docs", "edge", "head"}
    | {"latest", "main", "master", "nightly", "next", "snapshot", "stable", "unstable"}
)
"""Names of folders beside those of versions that hold what is written now."""
_DOCUSAURUS: Final = ("versioned_docs", "docusaurus-plugin-content-docs")
"""What the folders of versions begin or end with; the documents of the next are elsewhere."""
_VERSIONS: Final = "versions"
_ARCHIVES: Final = frozenset({"archive", "archived", "archives", "legacy", "old", "previous"})
"""Names of folders of which every version is old."""
_OLD: Final = regex(
    r"(?:archived?|legacy|old(?:er)?|past|previous)[-_](?:docs|documentation|releases?|versions?)"
    r"|(?:docs|documentation|docusaurus|gatsby|gitbook|hexo|hugo|jekyll|mkdocs|sphinx|vuepress|website)"
    r"[-_](?:archived?|backup|legacy|old)",
    re.IGNORECASE,
)
"""Names of folders that hold nothing else."""
_LIVING: Final = 2
"""So many versions are corrected: the newest, and the one before that or the next.

The next may have a folder that bears no number.
"""


@lru_cache(maxsize=256)
def frozen(folder: str) -> frozenset[str]:
    """Return the names of folders in *folder* that hold versions older than those still edited.

    They have to hold the same files unless their numbers have three parts: others may be chapters.
    """
    try:
        every = os.listdir(folder)
    except OSError:
        return frozenset()
    names = [each for each in every if _VERSION.fullmatch(each)]
    names = [each for each in names if is_folder(Path(folder, each))]
    own = os.path.basename(folder)
    if own.lower() in _ARCHIVES:
        return frozenset(each for each in names if "." in each)
    living = 1 if own.endswith(_DOCUSAURUS) or own.startswith(_DOCUSAURUS) else _LIVING
    if names and not _NEXT.isdisjoint(every) and _has_next(folder, every, max(names, key=_number)):
        living = 1
    if own == _VERSIONS and names and _is_beside_newest(folder, max(names, key=_number)):
        return frozenset(each for each in names if "." in each)
    if len(names) <= living or not any("." in each for each in names):
        return frozenset()
    newest, *others = sorted(names, key=_number, reverse=True)
    old = others[living - 1 :]
    inside = _inside(folder, newest)
    return frozenset(
        each
        for each in old
        if own.startswith(_DOCUSAURUS)
        or own.endswith(_DOCUSAURUS)
        or len(_number(each)) > 2
        or 2 * len(_inside(folder, each) & inside) > len(inside)
    )


def _is_beside_newest(folder: str, name: str) -> bool:
    """Tell whether what is now lies around *folder*, with much the same files as the version."""
    inside = _inside(folder, name)
    return 2 * len(_inside(os.path.dirname(folder), "") & inside) > len(inside)


def _has_next(folder: str, names: list[str], newest: str) -> bool:
    """Tell whether the next version lies beside the *newest*, with much the same files."""
    inside = _inside(folder, newest)
    found = (_inside(folder, each) for each in names if each in _NEXT)
    return any(2 * len(each & inside) > len(inside) for each in found)


def is_old(folder: str, name: str) -> bool:
    """Tell whether the folder *name* in *folder* is one of these, or says of itself that it is."""
    if _OLD.fullmatch(name):
        return True
    return _VERSION.fullmatch(name) is not None and name in frozen(folder)


def is_frozen(path: str, top: str) -> bool:
    """Tell whether the file at *path* lies in such a folder, below the folder *top*."""
    place = os.path.dirname(path)
    while len(place) > len(top):
        above, name = os.path.split(place)
        if is_old(above, name):
            return True
        place = above
    return False


def _number(name: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(name)
    return tuple(map(int, found[1].split("."))) if found else ()


def _inside(folder: str, name: str) -> set[str]:
    try:
        return {os.path.splitext(each)[0] for each in os.listdir(os.path.join(folder, name))}
    except OSError:
        return set()
