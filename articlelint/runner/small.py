"""Findings and facts of many files, which all wait for the last: those beyond some are packed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlelint.report.report import FileReport
    from articlelint.runner.check import Outcome

_MOST: Final = 5_000
"""Findings and facts, of half a kilobyte to one each, that are kept as they are."""


def small_outcomes(files: Iterable[Path], outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield *outcomes* of *files*; the findings and facts of later ones are read anew each time."""
    count = 0
    for path, outcome in zip(files, outcomes, strict=True):
        if count < _MOST:
            count += len(outcome.report.findings) + sum(map(len, outcome.facts.values()))
            yield outcome
        else:
            yield _small(path, outcome)


def small_reports(reports: Iterable[FileReport]) -> Iterator[FileReport]:
    """Yield *reports*; the findings of later ones are read anew each time."""
    count = 0
    for report in reports:
        if count < _MOST:
            count += len(report.findings)
            yield report
        else:
            yield _small_report(report)


def _small(path: Path, outcome: Outcome) -> Outcome:
    from articlelint.report.packed import PackedMapping

    report = replace(_small_report(outcome.report), path=path)  # not another object of its kind
    facts = outcome.facts
    if facts and not isinstance(facts, PackedMapping):
        facts = PackedMapping(facts)
    return replace(outcome, report=report, facts=facts)


def _small_report(report: FileReport) -> FileReport:
    from articlelint.report.packed import PackedFindings

    if not report.findings or isinstance(report.findings, PackedFindings):
        return report
    return replace(report, findings=PackedFindings(report.findings))
