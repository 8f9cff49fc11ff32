"""The report of a whole run, for the next one that finds every file as it was.

Such a run looks for no articles either: which there are hangs on files that are as they were.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.article.clock import Validity
from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.cache.places import base_of
from articlelint.cache.rows import Whole
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import Report
from articlelint.runner.discovery import Discovery
from articlelint.runner.ground import is_odd
from articlelint.runner.small import small_reports
from articlelint.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlelint.config import Configs
    from articlelint.report.report import FileReport
    from articlelint.runner.ground import Ground
    from articlelint.runner.job import Job


class Known(NamedTuple):
    """What an earlier run found: articles, and what there is to say of them."""

    found: Discovery
    report: Report


class WholeRun:
    """*job* over the articles that the paths *named* lead to.

    *force_exclude* is as for ``discover``.
    """

    def __init__(
        self, ground: Ground, job: Job, named: Sequence[str], *, force_exclude: bool
    ) -> None:
        self._ground = ground
        self._configs = job.configs
        self._now = job.now
        # Beyond a repository there may be files that count, and nobody looks at them here.
        self._is_known = base_of(str(Path.cwd())) is not None and all(map(ground.holds, named))
        told = repr((job.fix, job.write, tuple(named), force_exclude))
        self._key = digest(ground.program, told.encode("utf-8", "surrogateescape"))

    def known(self) -> Known | None:
        """Return what such a run found when all files were as they are; None: not known."""
        if not self._is_known:
            return None
        whole = self._ground.read(lambda store: store.whole(self._key))
        # A change later than that look is seen at once; the state of 11,000 files takes 10 ms.
        if whole is None or self._ground.changed_since(whole.looked):
            return None
        if whole.state != self._ground.state:
            return None
        if not Validity.read(whole.since, whole.until).holds(self._now):
            return None
        try:
            (paths, left_out, leftovers, unknown, folders, checked), files = _read(whole.report)
        except (UnknownValueError, OSError, TypeError, ValueError):
            return None  # damaged
        for folder in folders:  # a run has something to say of its configurations
            self._configs.of_folder(folder)
        return Known(Discovery(paths, [], left_out, leftovers, unknown), Report(files, checked))

    def keep(self, found: Discovery, report: Report, validity: Validity) -> None:
        """Keep what was *found* and its *report*, true within *validity*, if no file changed."""
        if not self._is_known or found.problems or report.crashes or any(map(is_odd, report.files)):
            return
        ground = self._ground
        if ground.may_have_changed() or not ground.has_the_same_files():
            return
        folders = _folders(self._configs)
        told = (
            found.paths, found.left_out, found.leftovers, found.unknown, folders, report.checked
        )  # fmt: skip
        try:
            data = _written(told, report.files)
        except UnknownValueError:
            return
        whole = Whole(ground.looked, ground.state, *validity.texts(), data)
        ground.write(lambda store: store.keep_whole(self._key, whole))


def _written(told: tuple[object, ...], files: Iterable[FileReport]) -> bytes:
    """Return what was *told* of a run and of its *files*, a line each: they may be many."""
    from gzip import GzipFile  # where something is read or written

    data = BytesIO()
    with GzipFile(fileobj=data, mode="wb", compresslevel=1) as lines:
        lines.write(f"{dumps(told)}\n".encode())
        for file in files:
            lines.write(f"{dumps(replace(file, findings=tuple(file.findings)))}\n".encode())
    return data.getvalue()


def _read(data: bytes) -> tuple[Any, tuple[FileReport, ...]]:
    """Return what was told of a run and of its files.

    Raises UnknownValueError, OSError, TypeError or ValueError where they are damaged.
    """
    import zlib
    from gzip import GzipFile

    try:
        with GzipFile(fileobj=BytesIO(data)) as lines:
            told = loads(lines.readline().decode())
            return told, tuple(small_reports(loads(line.decode()) for line in lines))
    except (EOFError, zlib.error) as error:
        raise UnknownValueError(str(error)) from error


def _folders(configs: Configs) -> list[str]:
    """Return the folders of the configurations that are loaded."""
    origins = [config.settings.origin for config in configs.loaded]
    return [str(each.absolute().parent) for each in origins if each is not None]
