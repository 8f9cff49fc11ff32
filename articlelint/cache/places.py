"""Where a cache lies, and which files what it keeps may hang on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FOLDER: Final = ".articlelint_cache"
_REPOSITORIES: Final = (".git", ".hg")
_LARGEST: Final = 300_000
"""Files; of more, nobody looks at each in every run."""
_UNSEEN: Final = frozenset(
    {
        FOLDER, *_REPOSITORIES, ".svn", ".venv", ".tox", ".nox", ".mypy_cache", ".ruff_cache",
        ".pytest_cache", ".idea", "__pycache__",
    }
)  # fmt: skip
"""Folders in which nothing of a site lies."""
_MODULES: Final = "node_modules"
_THEME: Final = "theme"
RACY: Final = 2_000_000_000
"""Nanoseconds before a look in which a file may have changed unseen: disks count so coarsely."""


class Stat(NamedTuple):
    """What tells without a look inside that a file is the one it was."""

    size: int
    changed: int
    touched: int
    inode: int

    @classmethod
    def of(cls, stat: os.stat_result) -> Stat:
        """Return what counts of *stat*."""
        return cls(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)

    def may_have_changed(self, looked: int) -> bool:
        """Tell whether the file may have other bytes than when somebody *looked*."""
        return max(self.changed, self.touched) > looked - RACY


def base_of(folder: str) -> str | None:
    """Return the root of the repository that *folder* is in; None where it is in none."""
    while True:
        if any(os.path.exists(os.path.join(folder, each)) for each in _REPOSITORIES):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def folder_of(base: str | None, given: Path | None) -> Path | None:
    """Return the folder of the cache: the one *given*, else that of the repository *base*."""
    if given is not None:
        return given.absolute()
    return None if base is None else Path(base, FOLDER)


class UnknownTreeError(Exception):
    """Too many files to look at each, or a symbolic link that leads away from them."""


def tree(base: str, cache: str, is_own: Callable[[str], bool]) -> dict[str, Stat]:
    """Return the files below *base* by their paths from there, with slashes.

    Files in the folder *cache* that are *is_own*, by their absolute paths, are left out. What
    packages brought along is not looked at one by one, the list of packages is. Raises
    UnknownTreeError.
    """
    return {path: Stat.of(_stat(entry)) for path, entry in _entries(base, cache, is_own)}


def is_still(
    files: Mapping[str, Stat], base: str, cache: str, is_own: Callable[[str], bool]
) -> bool:
    """Tell whether ``tree`` would return *files*; raises what it does."""
    count = 0
    for path, entry in _entries(base, cache, is_own):
        if files.get(path) != Stat.of(_stat(entry)):
            return False
        count += 1
    return count == len(files)


def names(base: str, cache: str, is_own: Callable[[str], bool]) -> set[str]:
    """Return the paths of ``tree`` alone, in a fifth of the time."""
    return {path for path, _ in _entries(base, cache, is_own)}


def _entries(
    base: str, cache: str, is_own: Callable[[str], bool]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    count = 0
    stack = [(base, "")]
    while stack:
        folder, inside = stack.pop()
        packages = inside == f"{_MODULES}/" or inside.endswith(f"/{_MODULES}/")
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder and name in _UNSEEN:
                    continue
                if is_folder and not (packages and _THEME not in name):
                    stack.append((entry.path, f"{inside}{name}/"))
                    continue
                if folder == cache and is_own(entry.path):
                    continue
                if entry.is_symlink() and not _is_within(entry.path, base):
                    raise UnknownTreeError(entry.path)
                yield inside + name, entry
                count += 1
                if count > _LARGEST:
                    raise UnknownTreeError(base)


def _stat(entry: os.DirEntry[str]) -> os.stat_result:
    try:
        return entry.stat()
    except OSError:  # a symbolic link to nothing
        return entry.stat(follow_symlinks=False)


def _is_within(link: str, base: str) -> bool:
    return os.path.realpath(link).startswith(os.path.join(os.path.realpath(base), ""))
