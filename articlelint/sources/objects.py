"""Articles in a store that fsspec opens: objects, archives, memory. Read, and written for fixes.

Credentials are what the store's own package finds: environment, profile, role; never ours.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Final

from articlelint.article import SYNTAXES
from articlelint.errors import ArticlelintError, SourceError
from articlelint.extras import required
from articlelint.report.report import Problem
from articlelint.runner.foreign import SKIPPED_FOLDERS
from articlelint.sources.record import Record
from articlelint.text.files import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BUCKETS: Final = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "r2"})
"""Protocols whose paths begin with a bucket, or what stands for one."""
_AT_ONCE: Final = 64
"""So many objects are asked for at the same time."""


def is_url(name: str) -> bool:
    """Tell whether *name* is in a store, and not in the file system."""
    return "://" in name


def opened(url: str) -> IO[bytes]:
    """Return the object at *url*, open for reading; raises SourceError where it cannot be had."""
    files, path = _store(url)
    try:
        file: IO[bytes] = files.open(path, "rb")
    except Exception as error:  # each store has errors of its own
        raise SourceError(f"cannot be read: {_said(error)}") from error
    return file


class Objects:
    """The articles at *urls*, which are in one store: objects, folders, patterns.

    The path of an article is that from the root of the store, or of the bucket. Raises
    ArticlelintError where there is more than one store, or its package is missing.
    """

    def __init__(self, urls: Sequence[str]) -> None:
        self.urls = tuple(urls)
        # Of one store, fsspec gives the same object each time.
        stores = {(id(files), _bucket(files, path)) for files, path in map(_store, self.urls)}
        if len(stores) > 1:
            raise ArticlelintError("only one store can be checked at a time")

    @cached_property
    def _files(self) -> Any:
        return _store(self.urls[0])[0]

    @cached_property
    def _root(self) -> str:
        """Return what stands before the path of an article."""
        files, path = _store(self.urls[0])
        bucket = _bucket(files, path)
        return f"{bucket}/" if bucket else "/" * path.startswith("/")

    def __call__(self) -> Iterator[Record | Problem]:
        """Yield the articles, those of each folder in the order of their paths."""
        places = self.paths()
        position = 0
        while chunk := list(islice(places, _AT_ONCE)):
            yield from self.read([each for each in chunk if isinstance(each, str)], position)
            yield from (each for each in chunk if isinstance(each, Problem))
            position += len(chunk)

    def paths(self) -> Iterator[str | Problem]:
        """Yield the paths of the articles."""
        for url in self.urls:
            try:
                places = self._places(_store(url)[1])
            except Exception as error:  # noqa: BLE001 - each store has errors of its own; it is told
                yield Problem(url, f"cannot be listed: {_said(error)}")
                continue
            if not places:
                yield Problem(url, "there is no such object or folder")
            for place in places:
                yield place.removeprefix(self._root)

    def _places(self, path: str) -> list[str]:
        files = self._files
        if any(sign in path for sign in "*?["):
            return [each for each in sorted(files.glob(path)) if _is_article(each)]
        if files.isfile(path):
            return [path]
        return [each for each in sorted(files.find(path)) if _is_article(each, path)]

    def read(self, paths: Sequence[str], position: int) -> Iterator[Record | Problem]:
        """Yield the articles at *paths*, the first at *position*; or why one cannot be read."""
        places = [self._root + path for path in paths]
        found = self._files.cat(places, on_error="return") if places else {}
        for number, (place, path) in enumerate(zip(places, paths, strict=True), position):
            data = found.get(place, FileNotFoundError())
            if isinstance(data, FileNotFoundError):
                yield Problem(path, "is gone")
            elif isinstance(data, BaseException):
                yield Problem(path, f"cannot be read: {_said(data)}")
            elif len(data) > LARGEST:
                yield Problem(path, f"cannot be read: it is larger than {LARGEST // 2**20} MB")
            else:
                yield Record(path, data, number)

    def write(self, record: Record, data: bytes) -> None:
        """Put *data* in place of *record*; raises SourceError where it is another by now."""
        (now,) = self.read([record.path], record.position)
        if now != record:
            raise SourceError(f"{record.path} changed while it was being checked; not written")
        try:
            self._files.pipe_file(self._root + record.path, data)
        except Exception as error:
            raise SourceError(f"cannot write {record.path}: {_said(error)}") from error


def _store(url: str) -> tuple[Any, str]:
    """Return the file system of *url*, and the path in it."""
    core = required("fsspec.core", "remote", url)
    try:
        files, path = core.url_to_fs(url)
    except ImportError as error:
        raise ArticlelintError(f"{url} needs a package that is not installed: {error}") from error
    except Exception as error:
        raise ArticlelintError(f"{url} cannot be opened: {_said(error)}") from error
    return files, path


def _bucket(files: Any, path: str) -> str:
    protocols = {files.protocol} if isinstance(files.protocol, str) else {*files.protocol}
    return path.lstrip("/").partition("/")[0] if protocols & _BUCKETS else ""


def _is_article(path: str, folder: str = "") -> bool:
    """Tell whether *path* would be looked at in a folder of files, too."""
    *folders, name = PurePosixPath(path.removeprefix(folder)).parts
    skipped = (each.startswith(".") or each in SKIPPED_FOLDERS for each in (*folders, name))
    return PurePosixPath(name).suffix.lower() in SYNTAXES and not any(skipped)


def _said(error: BaseException) -> str:
    """Return what *error*, of a package of others, says; what it was raised from if it is mute."""
    text = " ".join(str(error).split()) or " ".join(str(error.__cause__ or "").split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
