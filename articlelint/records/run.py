"""Records to findings, in two looks: each by itself, then those that site rules speak of.

What is kept between the two are the facts of the site rules, summed up, never the texts.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from articlelint.errors import SourceError
from articlelint.linting.keyed import SiteFinding
from articlelint.named_tuple import NamedTuple
from articlelint.records.workers import CHUNK, check_record, outcomes, place_of
from articlelint.report.report import FileReport, Problem
from articlelint.runner.check import Outcome, site_rules, with_site_findings
from articlelint.runner.compare import as_configured
from articlelint.runner.facts import FactStore
from articlelint.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.linter import Crash
    from articlelint.runner.job import Job
    from articlelint.sources.record import Record

    Source: TypeAlias = Callable[[], Iterable[Record | Problem]]
    """What gives the records, from the first, each time it is called."""


class Part(NamedTuple):
    """Something to say of the article at *position* of its source; more may follow."""

    position: int
    report: FileReport


class _Found(NamedTuple):
    """What site rules found in the article that has this *content*."""

    content: bytes
    diagnostics: list[Diagnostic]


def run(
    job: Job,
    source: Source,
    processes: int,
    *,
    watch: Callable[[int], None] = lambda _: None,
    write: Callable[[Record, bytes], None] | None = None,
) -> Iterator[Part | Problem | Crash]:
    """Yield what there is to say of each record: its own findings first, then those of site rules.

    The source is read again where site rules have something to say. *watch* is called with the
    number of records looked at, *write* for each that the fixes of *job* have changed; it raises
    SourceError where that fails. Fixes of site rules are not made.
    """
    suppressing: set[int] = set()
    problems: list[Problem] = []
    found: dict[Path, _Found] = {}
    with FactStore(job) as facts:
        checked = outcomes(job, _chunks(source(), problems), processes)
        for number, (record, outcome) in enumerate(checked, 1):
            watch(number)
            if write is not None and outcome.report.after is not None:
                outcome = _written(job, record, outcome, write)  # noqa: PLW2901 - what became of it
            report = outcome.report
            facts.add(outcome, record.position)
            if outcome.has_suppressions and site_rules(job, report.path):
                suppressing.add(record.position)  # what its comments are good for is not known yet
            elif report.says_anything:
                yield _part(record, report)
            yield from problems
            problems.clear()
        yield from problems
        for each in facts.found():
            if isinstance(each, SiteFinding):
                of_article = found.setdefault(each.path, _Found(each.origin.content, []))
                of_article.diagnostics.append(as_configured(job, each))
            else:
                yield each
    if (found or suppressing) and (job.fix is None or write is not None):
        yield from _second_look(job, source, found, suppressing)


def _written(
    job: Job, record: Record, outcome: Outcome, write: Callable[[Record, bytes], None]
) -> Outcome:
    """Write what fixes made of *record*; return the outcome, that of the record where it failed."""
    after = outcome.report.after
    assert after is not None  # noqa: S101 - by its only caller
    try:
        write(record, after.encode("utf-8"))
    except SourceError as error:
        unwritten = check_record(replace(job, fix=None), record)
        return replace(unwritten, report=replace(unwritten.report, problem=str(error)))
    return replace(outcome, report=replace(outcome.report, before=None, after=None))


def _second_look(
    job: Job, source: Source, found: dict[Path, _Found], suppressing: set[int]
) -> Iterator[Part | Problem]:
    """Yield what site rules found, and all of the articles whose comments suppress something."""
    for record in source():
        if isinstance(record, Problem):
            continue
        try:
            path = place_of(job, record)
        except SourceError:  # told already
            continue
        content, diagnostics = found.get(path, (b"", []))
        is_suppressing = record.position in suppressing
        if diagnostics and digest(record.data) != content:  # another one, which has that path too
            diagnostics = []
        if diagnostics or is_suppressing:
            if diagnostics:  # told of the first, where an article is there twice
                found.pop(path)
            report = looked_at_again(job, record, diagnostics, is_suppressing=is_suppressing)
            yield Part(record.position, report)
    for path in sorted(found):
        yield Problem(str(path), "changed while it was being checked")


def looked_at_again(
    job: Job, record: Record, diagnostics: list[Diagnostic], *, is_suppressing: bool
) -> FileReport:
    """Return what was not said of *record* at the first look: *diagnostics*, of site rules.

    That is all of it where comments in it suppress findings.
    """
    if is_suppressing:
        outcome = check_record(job, record)
    else:
        outcome = Outcome(FileReport(place_of(job, record)), content=digest(record.data))
    report = with_site_findings(job, outcome, diagnostics, record.data).report
    return replace(report, path=Path(record.path))


def _part(record: Record, report: FileReport) -> Part:
    """Return *report* under the path that the record itself has."""
    return Part(record.position, replace(report, path=Path(record.path)))


def _chunks(records: Iterable[Record | Problem], problems: list[Problem]) -> Iterator[list[Record]]:
    """Yield the records in chunks; what is none goes to *problems*."""
    chunk: list[Record] = []
    for each in records:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        chunk.append(each)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
