"""Files that a repository does not keep: of submodules, ignored by Git, made by its programs."""

from __future__ import annotations

import os
import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.destinations.programs import are_named
from articlelint.generators.reading import Reader
from articlelint.text.files import exists
from articlelint.text.gitignore import Ignored
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_PATH = regex(r"^[ \t]*path[ \t]*=[ \t]*(\S.*)", 8)  # MULTILINE
_TRIES_OUT = "exampleSite"


def is_kept_elsewhere(places: Sequence[Path], root: Path | None) -> bool:
    """Tell whether a file may be missing in a checkout of the repository around *root*.

    It may lie at each of *places*. One of them may be in a submodule that is not checked out, git
    may ignore it because a program makes it, or a program of the repository may name what is
    missing. In the example site of a theme, the theme itself may have it.
    """
    if root is None:
        return False
    if any(_is_left_out(place, root) for place in places):
        return True
    if any(exists(place.with_name(f"{place.name}.in")) for place in places):
        return True  # ``configure`` and Meson make it
    inside = [place.relative_to(root).as_posix() for place in places if place.is_relative_to(root)]
    return are_named(root, inside)


def _is_left_out(place: Path, root: Path) -> bool:
    if any(place.is_relative_to(folder) for folder in _submodules(root)):
        return True
    if not place.is_relative_to(root):
        return False
    name = place.relative_to(root).as_posix()
    if is_ignored(name, root) or _leads_out(place, root):
        return True
    return root.name == _TRIES_OUT and (root.parent / name).exists()


def is_ignored(name: str, root: Path) -> bool:
    """Tell whether git ignores the file *name*, which is relative to *root*."""
    if any(posixpath.normpath(f"{before}/{name}") in ignored for before, ignored in _ignored(root)):
        return True
    end = name.find("/")
    while end >= 0 and os.path.isdir(root / name[:end]):  # noqa: PTH112 - no error for a long name
        ignored = _own(root, name[:end])
        if ignored is not None and name[end + 1 :] in ignored:
            return True
        end = name.find("/", end + 1)
    return False


@lru_cache(maxsize=256)
def _own(root: Path, folder: str) -> Ignored | None:
    """Return what is ignored by a folder of the site."""
    lines = Reader(root).text(f"{folder}/.gitignore").splitlines()
    return Ignored(lines) if lines else None


@lru_cache(maxsize=64)
def _submodules(root: Path) -> tuple[Path, ...]:
    """Return the folders of submodules that are not checked out."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists() or (folder / ".gitmodules").exists():
            written = Reader(folder).text(".gitmodules")
            found = [folder / name.rstrip() for name in _PATH.findall(written)]
            return tuple(each for each in found if not _holds_something(each))
    return ()


def _holds_something(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(each.name != ".git" for each in entries)
    except OSError:
        return False


@lru_cache(maxsize=64)
def _ignored(root: Path) -> tuple[tuple[str, Ignored], ...]:
    """Return what is ignored by the site and by its repository, with the path from there."""
    found = []
    for folder in (root, *root.parents):
        lines = Reader(folder).text(".gitignore").splitlines()
        if lines:
            before = root.relative_to(folder).as_posix()
            found.append((before, Ignored(lines)))
        if (folder / ".git").exists():
            break
    return tuple(found)


def _leads_out(place: Path, root: Path) -> bool:
    """Tell whether a folder on the way is a symbolic link to what this checkout lacks."""
    folder = place.parent
    while folder not in {root, folder.parent}:
        # Path raises for a name that is too long for the disk.
        if os.path.islink(folder):  # noqa: PTH114
            return not os.path.exists(folder)  # noqa: PTH110
        folder = folder.parent
    return False
