"""What a run stands on: every file as it is, and the cache that may know what comes of them."""

from __future__ import annotations

import marshal
import os
import sqlite3
import time
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from articlelint.cache.key import program_key, run_key
from articlelint.cache.places import (
    UnknownTreeError,
    base_of,
    folder_of,
    is_still,
    names,
    tree,
)
from articlelint.cache.store import Store, is_own
from articlelint.named_tuple import NamedTuple
from articlelint.text.digest import digest
from articlelint.text.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from articlelint.cache.places import Stat
    from articlelint.config import Configs
    from articlelint.report.report import FileReport
    from articlelint.runner.job import Job

T = TypeVar("T")
MEDIA: Final = (
    ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".mov", ".mp3", ".mp4", ".pdf", ".png", ".svg",
    ".ttf", ".webm", ".webp", ".woff", ".woff2", ".zip",
)  # fmt: skip
"""Endings of files that tell no rule anything but whether they are right in their places."""


class Place(NamedTuple):
    """Where the cache of a run lies, and the folder below which it knows each file.

    *warn* is told why a cache cannot be read or written.
    """

    base: str
    folder: Path
    warn: Callable[[str], None]


def place_of(given: Path | None, warn: Callable[[str], None]) -> Place | None:
    """Return where the cache of a run in the working directory is; None where it has none.

    That is a folder of the repository, or the one *given*.
    """
    here = os.path.abspath(".")
    base = base_of(here)
    folder = folder_of(base, given)
    return None if folder is None else Place(base or here, folder, warn)


class Ground:
    """The files below the base of a cache, when a run begins, and what runs there.

    *program* stands for the program and its configuration, *looked* is when it looked at the
    *files*, in nanoseconds.
    """

    @classmethod
    def of(cls, job: Job, place: Place) -> Ground | None:
        """Return what *job* stands on; None where nothing can be kept of it."""
        if job.configs.online or job.answers is not None:
            return None
        if Store(place.folder).is_elsewhere():
            place.warn(f"the cache in {place.folder} is a symbolic link, and is not used")
            return None
        looked = time.time_ns()
        try:
            found = _seen(tree, place)
            program = program_key(job.configs, job.details, place.base, found)
        except (OSError, UnknownTreeError):
            return None
        return None if program is None else cls(place, program, looked, found)

    def __init__(
        self, place: Place, program: bytes, looked: int, files: Mapping[str, Stat]
    ) -> None:
        self._place = place
        self._store = Store(place.folder)
        self.program = program
        self.looked = looked
        self.files = files

    def run_key(self, configs: Configs, paths: Iterable[str]) -> bytes | None:
        """Return what stands for a run over *paths*; None where its results cannot be kept.

        Raises ConfigError and PluginError.
        """
        for folder in set(map(os.path.dirname, paths)):
            configs.of_folder(os.path.abspath(folder))
        return run_key(self.program, configs, self._place.base, self.files)

    def holds(self, path: str) -> bool:
        """Tell whether *path* is the base or below it, so that each file there is known."""
        absolute = os.path.join(os.path.abspath(path), "")
        return absolute.startswith(os.path.join(self._place.base, ""))

    def read(self, read: Callable[[Store], T]) -> T | None:
        """Return what *read* reads of the cache; None where that cannot be read."""
        try:
            return read(self._store)
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            self._place.warn(f"the cache in {self._place.folder} cannot be read: {error}")
            if not isinstance(error, sqlite3.OperationalError):  # not read-only, locked, or full
                self._store.delete()
            return None

    def write(self, write: Callable[[Store], None]) -> bool:
        """Let *write* write to the cache; return whether it could. Where not, that is said."""
        try:
            write(self._store)
        except (sqlite3.Error, OSError) as error:
            self._place.warn(f"the cache in {self._place.folder} cannot be written: {error}")
            return False
        return True

    def inside(self, path: Path) -> str | None:
        """Return *path* from the base, with slashes; None where it lies elsewhere."""
        top = os.path.join(self._place.base, "")
        absolute = os.path.abspath(path)
        return absolute[len(top) :].replace(os.sep, "/") if absolute.startswith(top) else None

    def below(self, folder: Path) -> Iterator[str]:
        """Yield the files below *folder*, which is the base or lies in it."""
        inner = self.inside(folder / "a")
        prefix = "" if inner is None else inner.removesuffix("a")
        return (path for path in self.files if path.startswith(prefix))

    def programs(self, articles: Container[str]) -> bytes:
        """Return what stands for the files that are neither *articles* nor images and the like."""
        found = [
            each
            for each in self.files.items()
            if each[0] not in articles and not each[0].lower().endswith(MEDIA)
        ]
        return digest(repr(sorted(found)).encode("utf-8", "surrogateescape"))

    def path(self, inside: str) -> Path:
        """Return the path of the file that lies *inside*."""
        return Path(self._place.base, inside)

    def content(self, inside: str) -> bytes:
        """Return the digest of a file's bytes; nothing where it cannot be read."""
        try:
            return digest(read_bytes(self.path(inside)))
        except OSError:
            return b""

    def is_as_it_was(self) -> bool:
        """Tell whether no file has changed since."""
        try:
            return _seen(partial(is_still, self.files), self._place)
        except (OSError, UnknownTreeError):
            return False

    def has_the_same_files(self) -> bool:
        """Tell whether no file came or went since, which is seen five times as fast.

        That will do for what hangs on the state of all files: one that has changed since gives the
        next run another. But one that came and is gone again leaves no trace.
        """
        try:
            return _seen(names, self._place) == self.files.keys()
        except (OSError, UnknownTreeError):
            return False

    def may_have_changed(self) -> bool:
        """Tell whether a file may have changed unseen when the run began."""
        return any(stat.may_have_changed(self.looked) for stat in self.files.values())

    def changed_since(self, looked: int) -> bool:
        """Tell whether a file has certainly changed since somebody *looked*."""
        return any(max(stat.changed, stat.touched) > looked for stat in self.files.values())

    @cached_property
    def state(self) -> bytes:
        """Return what stands for all files, without a look inside."""
        return digest(marshal.dumps(sorted((path, *stat) for path, stat in self.files.items()), 2))


def _seen(look: Callable[[str, str, Callable[[str], bool]], T], place: Place) -> T:
    return look(place.base, str(place.folder), is_own)


def is_odd(report: FileReport) -> bool:
    """Tell whether there is more in *report* than findings: it may be other the next time."""
    return bool(
        report.problem
        or report.crashes
        or report.changed
        or report.applied
        or report.unsettled
        or report.refused
    )
