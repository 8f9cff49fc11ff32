"""The report of a whole run, for the next one that finds every file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.article.clock import Validity
from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.cache.places import digest
from articlelint.cache.store import Whole
from articlelint.report.report import Report
from articlelint.runner.ground import is_odd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articlelint.runner.check import Job
    from articlelint.runner.ground import Ground


class WholeRun:
    """*job* over *files*, which were found by the paths *named*."""

    def __init__(
        self, ground: Ground, job: Job, files: Sequence[Path], named: Sequence[str] | None
    ) -> None:
        self._ground = ground
        self._now = job.now
        paths = "\0".join(map(str, files)).encode("utf-8", "surrogateescape")
        self._key = digest(ground.key, repr((job.fix, job.write, named)).encode(), paths)

    def report(self) -> Report | None:
        """Return what such a run reported when all files were as they are; None: not known."""
        whole = self._ground.read(lambda store: store.whole(self._key))
        if whole is None or whole.state != self._ground.state:
            return None
        if not Validity.read(whole.since, whole.until).holds(self._now):
            return None
        try:
            files, checked = loads(whole.report)
        except UnknownValueError:
            return None  # damaged
        return Report(files, checked)

    def keep(self, report: Report, validity: Validity) -> None:
        """Keep *report*, which is true within *validity*, if no file has changed meanwhile."""
        if report.crashes or any(map(is_odd, report.files)):
            return
        ground = self._ground
        if ground.may_have_changed() or not ground.is_as_it_was():
            return
        try:
            text = dumps((report.files, report.checked))
        except UnknownValueError:
            return
        whole = Whole(ground.state, *validity.texts(), text)
        ground.write(lambda store: store.keep_whole(self._key, whole, ground.looked))
