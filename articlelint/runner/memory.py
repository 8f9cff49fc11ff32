"""What of a run need not be done again, since an earlier one did it and nothing has changed."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import replace
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from articlelint.article.clock import Validity
from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.cache.key import facts_are_kept, has_plugins, run_key, site_key
from articlelint.cache.places import Stat, base_of, digest, folder_of, tree
from articlelint.cache.store import Row, Store, Whole
from articlelint.report.report import FileReport, Report
from articlelint.runner.check import Outcome, article_of, front_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from articlelint.runner.check import Job
    from articlelint.runner.surroundings import Check

T = TypeVar("T")

_MOST_CHANGED: Final = 200
"""Articles: where more have changed, what they show to others is not looked at beforehand."""


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


class Memory:
    """What is known of the articles of a run before it, and what is known after it."""

    @classmethod
    def of(cls, job: Job, place: Place, files: Iterable[Path]) -> Memory | None:
        """Return what the cache at *place* knows; None where nothing can be kept of this run."""
        if job.configs.online or job.answers is not None:
            return None
        if Store(place.folder).is_elsewhere():
            place.warn(f"the cache in {place.folder} is a symbolic link, and not used")
            return None
        looked = time.time_ns()
        try:
            found = tree(place.base)
            if found is None:
                return None
            paths = {path: _inside(place.base, path) for path in files}
            for folder in {os.path.dirname(path) for path in files}:
                job.configs.of_folder(os.path.abspath(folder))
            key = run_key(job.configs, job.details, place.base, found)
        except OSError:
            return None
        if key is None:
            return None
        return cls(job, place, key, looked, found, paths)

    def __init__(
        self,
        job: Job,
        place: Place,
        key: bytes,
        looked: int,
        found: Mapping[str, Stat],
        paths: Mapping[Path, str | None],
    ) -> None:
        self._job = job
        self._place = place
        self._store = Store(place.folder)
        self._key = key
        self._looked = looked
        self._tree = found
        self._files = tuple(paths)
        self._paths = dict(paths)
        self._sees_all = has_plugins(job.configs)
        self._keeps_facts = facts_are_kept(job.configs)
        self._made: dict[Path, tuple[Outcome, bool]] = {}
        self._validity = Validity()
        self._site_key = lru_cache(maxsize=None)(site_key)

    @cached_property
    def _kept(self) -> dict[str, Row]:
        """Return what is kept of the articles of such a run, whatever they are now."""
        return self._read_store(lambda: self._store.rows(self._key)) or {}

    def _read_store(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            self._place.warn(f"the cache in {self._place.folder} cannot be read: {error}")
            if not isinstance(error, sqlite3.OperationalError):  # not read-only, locked, or full
                self._store.delete()
            return None

    @cached_property
    def _rows(self) -> dict[str, Row]:
        """Return what is kept of the articles that are as they were."""
        return {path: row for path, row in self._kept.items() if self._is_same(row)}

    @property
    def _stale(self) -> AbstractSet[str]:
        return self._kept.keys() - self._rows.keys()

    def report(self, named: Sequence[str] | None) -> Report | None:
        """Return what such a run over the same paths reported when all files were as they are."""
        whole = self._read_store(lambda: self._store.whole(self._whole_key(named)))
        if whole is None or whole.state != self._whole_state:
            return None
        if not Validity(_moment(whole.since), _moment(whole.until)).holds(self._job.now):
            return None
        try:
            files, checked = loads(whole.report)
        except UnknownValueError:
            return None  # damaged
        return Report(files, checked)

    def _whole_key(self, named: Sequence[str] | None) -> bytes:
        paths = "\0".join(map(str, self._files)).encode("utf-8", "surrogateescape")
        return digest(self._key, repr((self._job.fix, self._job.write, named)).encode(), paths)

    @cached_property
    def _whole_state(self) -> bytes:
        """Return what stands for all files, without a look inside."""
        return digest(repr(sorted(self._tree.items())).encode("utf-8", "surrogateescape"))

    def keep_report(self, named: Sequence[str] | None, report: Report) -> None:
        """Keep the *report* of the whole run, where it will be the same until a file changes."""
        is_racy = any(stat.may_have_changed(self._looked) for stat in self._tree.values())
        is_odd = report.crashes or any(_is_odd(each) for each in report.files)
        if is_racy or is_odd:
            return
        try:
            if tree(self._place.base) != self._tree:
                return
            text = dumps((report.files, report.checked))
            since, until = map(_text, self._validity)
            whole = Whole(self._whole_state, since, until, text)
            self._store.keep_whole(self._whole_key(named), whole, self._looked)
        except UnknownValueError:
            return
        except (sqlite3.Error, OSError) as error:
            self._place.warn(f"nothing is kept in the cache in {self._place.folder}: {error}")

    def _is_same(self, row: Row) -> bool:
        """Tell whether the article of *row* has the bytes that it had."""
        stat = self._tree.get(row.path)
        if stat != row.stat:
            return False
        return not stat.may_have_changed(row.looked) or self._read(row.path) == row.content

    def _content(self, path: str) -> bytes:
        """Return the digest of the file at *path*; nothing where there is none."""
        row = self._rows.get(path)
        return self._read(path) if row is None else row.content

    def _read(self, path: str) -> bytes:
        try:
            return digest(Path(self._place.base, path).read_bytes())
        except OSError:
            return b""

    @cached_property
    def _around(self) -> bytes:
        """Return what stands for all that findings may hang on; empty where it is not known."""
        changed = [
            path for path in self._articles() if path in self._tree and path not in self._rows
        ]
        if len(changed) > _MOST_CHANGED:
            return b""
        return self._state({path: self._front(path) for path in changed})

    def _articles(self) -> frozenset[str]:
        return frozenset((*self._rows, *self._stale, *filter(None, self._paths.values())))

    def _front(self, path: str) -> bytes:
        place = Path(self._place.base, path)
        try:
            data = place.read_bytes()
        except OSError:
            return b""
        if self._sees_all:
            return digest(data)
        return front_of(article_of(place, data, self._job.configs.for_file(place), self._job.now))

    def _state(self, fronts: Mapping[str, bytes]) -> bytes:
        """Return what stands for every file, of articles what others may see; *fronts* are new."""
        parts: list[bytes] = []
        articles = self._articles()
        for path, stat in sorted(self._tree.items()):
            front = fronts.get(path)
            if front is None and path in self._rows:
                front = self._rows[path].front
            if front is None:
                if path in articles or stat.may_have_changed(self._looked):
                    return b""
                front = repr(stat).encode()
            parts += (path.encode("utf-8", "surrogateescape"), front)
        return digest(*parts)

    def _known(self, job: Job, path: Path) -> Outcome | None:
        """Return what *job* would make of the file at *path*, where that is known."""
        row = self._rows.get(self._paths.get(path) or "")
        if row is None or job.asking or path in job.site_findings:
            return None
        try:
            if job.facts_of is not None:
                return self._facts(job, path, row)
            return self._whole(job, path, row)
        except UnknownValueError:
            return None  # damaged

    def _facts(self, job: Job, path: Path, row: Row) -> Outcome | None:
        site = job.configs.for_file(path).site
        if not self._keeps_facts or not row.site or row.site != self._site_key(site):
            return None
        return Outcome(FileReport(path), loads(row.facts), content=row.content)

    def _whole(self, job: Job, path: Path, row: Row) -> Outcome | None:
        if not row.around or row.around != self._around or not row.outcome:
            return None
        validity = Validity(_moment(row.since), _moment(row.until))
        if not validity.holds(job.now):
            return None
        if any(self._content(page).hex() != content for page, content in loads(row.asked)):
            return None
        findings, suppressed, has_suppressions = loads(row.outcome)
        if job.fix is not None and any(
            each.diagnostic.fix and each.diagnostic.fix.applicability >= job.fix
            for each in findings
        ):
            return None
        self._validity = self._validity.within(validity)
        report = FileReport(path, findings, suppressed=suppressed)
        return Outcome(report, loads(row.facts), has_suppressions, content=row.content)

    def outcomes(self, check: Check, job: Job, files: Sequence[Path]) -> Iterator[Outcome]:
        """Yield the outcomes of *files* in their order; *check* makes those that are not known."""
        for path in files:
            self._paths.setdefault(path, _inside(self._place.base, path))
        known = {path: each for path in files if (each := self._known(job, path)) is not None}
        facts_of = job.facts_of
        if facts_of is not None:  # what one rule wants to know another will, next time
            every = {name for path in files for name in job.configs.for_file(path).known}
            job = replace(job, facts_of=frozenset(every))
        new = check(job, [path for path in files if path not in known])
        for path in files:
            outcome = known[path] if path in known else next(new)
            if path not in known and outcome.trace is not None:
                self._validity = self._validity.within(outcome.trace.validity)
                self._made[path] = outcome, facts_of is None
            if facts_of is not None:
                facts = {name: each for name, each in outcome.facts.items() if name in facts_of}
                outcome = replace(outcome, facts=facts)
            yield outcome

    def keep(self) -> None:
        """Keep what was made anew."""
        fronts: dict[str, bytes] = {}
        for path, (outcome, _) in self._made.items():
            inside = self._paths[path]
            if outcome.trace is not None and inside is not None and inside in self._tree:
                fronts[inside] = outcome.content if self._sees_all else outcome.trace.front
        gone = [path for path in self._stale if path not in self._tree]
        if not fronts and not gone:
            return
        try:
            stays = tree(self._place.base) == self._tree
            around = self._state(fronts) if stays else b""
            rows = [
                self._row(outcome, fronts, around if is_whole else None)
                for outcome, is_whole in self._made.values()
            ]
            self._store.keep(self._key, [row for row in rows if row], gone, self._looked)
        except (sqlite3.Error, OSError) as error:
            self._place.warn(f"nothing is kept in the cache in {self._place.folder}: {error}")

    def _row(
        self, outcome: Outcome, fronts: Mapping[str, bytes], around: bytes | None
    ) -> Row | None:
        """Return what is to be kept of *outcome*; with *around* None, of its facts alone."""
        report, trace = outcome.report, outcome.trace
        path = self._paths.get(report.path) or ""
        if trace is None or path not in fronts or _is_odd(report):
            return None
        pages = [_inside(self._place.base, page) for page in trace.asked]
        if None in pages:
            around = b""
        try:
            whole = dumps((report.findings, report.suppressed, outcome.has_suppressions))
            facts = dumps(dict(outcome.facts))
            asked = dumps([(page, self._content(page).hex()) for page in pages if page])
        except UnknownValueError:
            return None
        since, until = map(_text, trace.validity)
        site = self._site_key(self._job.configs.for_file(report.path).site)
        return Row(
            path, self._tree[path], self._looked, outcome.content, fronts[path], site,
            around or b"", since, until, asked, "" if around is None else whole, facts,
        )  # fmt: skip


def _is_odd(report: FileReport) -> bool:
    """Tell whether there is more in *report* than findings: it may be other the next time."""
    return bool(
        report.problem
        or report.crashes
        or report.changed
        or report.applied
        or report.unsettled
        or report.refused
    )


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _inside(base: str, path: Path) -> str | None:
    """Return *path* from *base*, with slashes; None where it lies elsewhere."""
    top = os.path.join(base, "")
    absolute = os.path.abspath(path)
    return absolute[len(top) :].replace(os.sep, "/") if absolute.startswith(top) else None
