"""What of a run need not be done again, since an earlier one did it and nothing has changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint.article.clock import Validity
from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.cache.key import facts_are_kept, has_plugins, site_key
from articlelint.cache.rows import Result, Row
from articlelint.report.report import FileReport
from articlelint.runner.check import Outcome, article_of, front_of
from articlelint.runner.ground import is_odd
from articlelint.text.digest import digest
from articlelint.text.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from articlelint.runner.check import Check
    from articlelint.runner.ground import Ground
    from articlelint.runner.job import Job
    from articlelint.runner.partitions import Partitions, Recalled
    from articlelint.site import Site

_MOST_CHANGED: Final = 200
"""Articles: where more have changed, what they show to others is not looked at beforehand."""
_FEW: Final = 20
"""Articles: a run over no more reads what is kept of these alone."""
_AT_ONCE: Final = 2_000
"""Articles of which what is kept is in memory, and written, at once."""
_MANY: Final = 1_000
"""Articles of which something is kept: fewer are read at once, which takes no longer."""


class Memory:
    """What is known of the articles of a run before it, and what is known after it."""

    def __init__(self, job: Job, ground: Ground, key: bytes, files: Iterable[Path]) -> None:
        self._job = job
        self._ground = ground
        self._key = key
        self._files = tuple(files)
        self._sees_all = has_plugins(job.configs)
        self._keeps_facts = facts_are_kept(job.configs)
        self._results: dict[str, Result] = {}
        self._site_keys: dict[Site, bytes] = {}
        self._made: dict[Path, tuple[Outcome, bool]] = {}
        self._facts_of: dict[Path, Mapping[str, Sequence[object]]] = {}
        self._sites: dict[str, Partitions] = {}
        self._seen: dict[str, Sequence[Path]] = {}
        self._read: frozenset[str] = frozenset()
        self.validity = Validity()
        """When all that was made or known so far is true."""

    @cached_property
    def _paths(self) -> dict[Path, str | None]:
        """Return where each file lies, seen from the base of the cache."""
        return {path: self._ground.inside(path) for path in self._files}

    @cached_property
    def _kept(self) -> frozenset[str]:
        """Return the articles of which something is kept of such a run, whatever they are now."""
        return self._ground.read(lambda store: store.paths(self._key)) or frozenset()

    @cached_property
    def _is_of_few(self) -> bool:
        """Tell whether so few of many articles are checked that the others are not looked at.

        Then it is not known whether all is as it was, and only facts are known and kept.
        """
        return len(self._files) <= _FEW and len(self._kept) > _MANY

    @cached_property
    def _rows(self) -> dict[str, Row]:
        """Return what is kept of the articles that are as they were, as far as it was read."""
        if self._is_of_few:
            return {}
        rows = self._ground.read(lambda store: store.rows(self._key)) or {}
        return {path: row for path, row in rows.items() if self._is_same(row)}

    def _read_results(self, files: Iterable[Path]) -> None:
        """Read what is kept of *files*, as far as they are as they were."""
        inside = [path for file in files if (path := self._paths.get(file))]
        if self._is_of_few:
            found = self._ground.read(lambda store: store.rows(self._key, inside)) or {}
            self._rows.update((path, row) for path, row in found.items() if self._is_same(row))
        wanted = [path for path in inside if path in self._rows and path not in self._results]
        of_all = None if len(wanted) * 4 > len(self._kept) else wanted
        if wanted:
            read = self._ground.read(lambda store: store.results(self._key, of_all))
            self._results.update(read or {})

    def _is_same(self, row: Row) -> bool:
        """Tell whether the article of *row* has the bytes that it had."""
        stat = self._ground.files.get(row.path)
        if stat != row.stat:
            return False
        if not stat.may_have_changed(row.looked):
            return True
        return self._ground.content(row.path) == row.content

    def _site_key(self, site: Site) -> bytes:
        """Return what the facts of an article hang on besides it: its site, and what that runs."""
        key = self._site_keys.get(site)
        if key is None:
            own = site_key(site)
            key = self._site_keys[site] = own and digest(own, self._programs)
        return key

    @cached_property
    def _programs(self) -> bytes:
        """Return what stands for the files that are neither articles nor images and the like."""
        return self._ground.programs(self._articles())

    def _content(self, path: str) -> bytes:
        """Return the digest of the file at *path*; nothing where there is none."""
        row = self._rows.get(path)
        return self._ground.content(path) if row is None else row.content

    @cached_property
    def _around(self) -> bytes:
        """Return what stands for all that findings may hang on; empty where it is not known."""
        if self._is_of_few:
            return b""
        there = self._articles() & self._ground.files.keys()
        changed = [path for path in there if path not in self._rows]
        if len(changed) > _MOST_CHANGED:
            return b""
        return self._state({path: self._front(path) for path in changed})

    def _articles(self) -> frozenset[str]:
        return self._kept.union(filter(None, self._paths.values()))

    def _front(self, path: str) -> bytes:
        place = self._ground.path(path)
        try:
            data = read_bytes(place)
        except OSError:
            return b""
        if self._sees_all:
            return digest(data)
        return front_of(article_of(place, data, self._job.configs.for_file(place), self._job.now))

    def _state(self, fronts: Mapping[str, bytes]) -> bytes:
        """Return what stands for every file, of articles what others may see; *fronts* are new."""
        parts: list[bytes] = []
        articles = self._articles()
        for path, stat in sorted(self._ground.files.items()):
            front = fronts.get(path)
            if front is None and path in self._rows:
                row = self._rows[path]
                front = row.content if path in self._read else row.front
            if front is None:
                if path in articles or stat.may_have_changed(self._ground.looked):
                    return b""
                front = repr(stat).encode()
            parts += (path.encode("utf-8", "surrogateescape"), front)
        return digest(*parts)

    def _known(self, job: Job, path: Path) -> Outcome | None:
        """Return what *job* would make of the file at *path*, where that is known."""
        inside = self._paths.get(path) or ""
        row, result = self._rows.get(inside), self._results.get(inside)
        if row is None or result is None or job.asking or path in job.site_findings:
            return None
        try:
            if job.facts_of is not None:
                return self._facts(job, path, row, result)
            return self._whole(job, path, row, result)
        except UnknownValueError:
            return None  # damaged

    def _facts(self, job: Job, path: Path, row: Row, result: Result) -> Outcome | None:
        site = job.configs.for_file(path).site
        validity = Validity.read(row.since, row.until)
        if not self._keeps_facts or not row.site or row.site != self._site_key(site):
            return None
        if not validity.holds(job.now):
            return None
        self.validity = self.validity.within(validity)
        return Outcome(FileReport(path), loads(result.facts), content=row.content)

    def _whole(self, job: Job, path: Path, row: Row, result: Result) -> Outcome | None:
        if not row.around or row.around != self._around or not result.outcome:
            return None
        validity = Validity.read(row.since, row.until)
        if not validity.holds(job.now):
            return None
        if any(self._content(page).hex() != content for page, content in loads(result.asked)):
            return None
        findings, suppressed, has_suppressions = loads(result.outcome)
        if job.fix is not None and any(
            each.diagnostic.fix and each.diagnostic.fix.applicability >= job.fix
            for each in findings
        ):
            return None
        self.validity = self.validity.within(validity)
        report = FileReport(path, findings, suppressed=suppressed)
        return Outcome(report, loads(result.facts), has_suppressions, content=row.content)

    def outcomes(self, check: Check, job: Job, files: Sequence[Path]) -> Iterator[Outcome]:
        """Yield the outcomes of *files* in their order; *check* makes those that are not known."""
        for path in files:
            self._paths.setdefault(path, self._ground.inside(path))
        self._read_results(files)
        known = {path: each for path in files if (each := self._known(job, path)) is not None}
        facts_of = job.facts_of
        if facts_of is not None:  # what one rule wants to know another will, next time
            known_names = {job.configs.for_file(path).known for path in files}
            job = replace(job, facts_of=frozenset(chain.from_iterable(known_names)))
        new = check(job, [path for path in files if path not in known])
        for path in files:
            outcome = known[path] if path in known else next(new)
            if path not in known and outcome.trace is not None:
                self.validity = self.validity.within(outcome.trace.validity)
                self._made[path] = outcome, facts_of is None
            if self._keeps_facts and not is_odd(outcome.report):
                self._facts_of[path] = outcome.facts
            if facts_of is not None:
                facts = {name: each for name, each in outcome.facts.items() if name in facts_of}
                outcome = replace(outcome, facts=facts)
            yield outcome

    def _partitions(self, root: str, articles: Sequence[Path]) -> Partitions | None:
        """Return the site at *root*, to which *articles* belong; None where nothing is kept."""
        key = site_key(self._job.configs.for_file(articles[0]).site)
        if not self._keeps_facts or not key or not self._ground.holds(root):
            return None
        from articlelint.runner.partitions import Partitions  # where there is something to compare

        found = self._sites.get(root)
        if found is None:
            found = self._sites[root] = Partitions(self._ground, digest(self._key, key), Path(root))
        return found

    def recall(self, job: Job, done: Sequence[Outcome], root: str) -> Recalled | None:
        """Return what other articles of the site at *root* say where facts of those *done* meet it.

        None where it is not known.
        """
        paths = [outcome.report.path for outcome in done if outcome.facts]
        own = [path for path in paths if str(job.configs.for_file(path).site.root) == root]
        partitions = self._partitions(root, own)
        recalled = None if partitions is None else partitions.recall(job, done)
        if partitions is not None and recalled is not None:
            self.validity = self.validity.within(partitions.validity)
        return recalled

    def saw_site(self, root: str, articles: Sequence[Path]) -> None:
        """Take note that *articles* are all of the site at *root*."""
        if articles and self._partitions(root, articles) is not None:
            self._seen[root] = articles

    def keep(self) -> None:
        """Keep what was made anew.

        What files are like is that of the beginning of the run: where one has changed since, what
        is kept of it is not met again. What hangs on all of them is only kept if none has.
        """
        is_as_it_was = self._is_of_few or self._ground.is_as_it_was()
        if self._sites and self._job.fix is None and is_as_it_was:
            self._keep_sites()
        traces = [outcome.trace for outcome, _ in self._made.values() if outcome.trace is not None]
        read = {self._ground.inside(path) for trace in traces for path in trace.read}
        self._read = frozenset(filter(None, read))
        fronts: dict[str, bytes] = {}
        for path, (outcome, _) in self._made.items():
            inside = self._paths[path]
            if outcome.trace is not None and inside is not None and inside in self._ground.files:
                is_seen = self._sees_all or inside in self._read
                fronts[inside] = outcome.content if is_seen else outcome.trace.front
        gone = [path for path in self._kept if path not in self._ground.files]
        if not fronts and not gone:
            return
        around = self._state(fronts) if is_as_it_was and not self._is_of_few else b""
        rows = (
            self._row(outcome, fronts, around if is_whole and around else None)
            for outcome, is_whole in self._made.values()
        )
        kept = filter(None, rows)
        while self._write(list(islice(kept, _AT_ONCE)), gone):
            gone = []
        self._made.clear()
        self._facts_of.clear()

    def _write(self, rows: Sequence[tuple[Row, Result]], gone: Sequence[str]) -> bool:
        """Write *rows*; tell whether there may be more to write, and room for it."""
        ground = self._ground
        if not rows and not gone:
            return False
        is_written = ground.write(lambda store: store.keep(self._key, rows, gone, ground.looked))
        return is_written and bool(rows)

    def _keep_sites(self) -> None:
        facts = {self._paths.get(path) or "": each for path, each in self._facts_of.items()}
        for root, partitions in self._sites.items():
            seen = self._seen.get(root)
            articles = None if seen is None else {self._ground.inside(path) or "" for path in seen}
            # Behind a symbolic link nobody sees what changes.
            if articles is None or articles <= self._ground.files.keys():
                partitions.keep(self._job, facts, articles, self.validity)

    def _row(
        self, outcome: Outcome, fronts: Mapping[str, bytes], around: bytes | None
    ) -> tuple[Row, Result] | None:
        """Return what is to be kept of *outcome*; with *around* None, of its facts alone."""
        report, trace = outcome.report, outcome.trace
        path = self._paths.get(report.path) or ""
        if trace is None or path not in fronts or is_odd(report):
            return None
        pages = [self._ground.inside(page) for page in trace.asked]
        if None in pages:
            around = b""
        try:
            whole = dumps((tuple(report.findings), report.suppressed, outcome.has_suppressions))
            facts = dumps(dict(outcome.facts))
            asked = dumps([(page, self._content(page).hex()) for page in pages if page])
        except UnknownValueError:
            return None
        since, until = trace.validity.texts()
        site = self._site_key(self._job.configs.for_file(report.path).site)
        row = Row(
            path, self._ground.files[path], self._ground.looked,
            outcome.content, fronts[path], site, around or b"", since, until,
        )  # fmt: skip
        return row, Result(asked, "" if around is None else whole, facts)
