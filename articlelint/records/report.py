"""The report of a run over records: whole, or counted while its findings are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from articlelint.diagnostic import Severity
from articlelint.records.run import Part
from articlelint.report.report import EXIT_CLEAN, EXIT_FINDINGS, Problem, Report
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.linting.linter import Crash
    from articlelint.report.report import FileReport


def whole(parts: Iterable[Part | Problem | Crash]) -> Report:
    """Return the report of all *parts*, in the order of their articles."""
    files: dict[int, FileReport] = {}
    problems: list[Problem] = []
    crashes: list[Crash] = []
    for each in parts:
        if isinstance(each, Part):
            earlier = files.get(each.position)
            files[each.position] = _joined(earlier, each.report) if earlier else each.report
        elif isinstance(each, Problem):
            problems.append(each)
        else:
            crashes.append(each)
    return Report(
        tuple(files[position] for position in sorted(files)),
        0,
        tuple(problems),
        tuple(crashes),
    )


def _joined(one: FileReport, other: FileReport) -> FileReport:
    found = sorted(
        (*one.findings, *other.findings), key=lambda finding: finding.diagnostic.sort_key
    )
    return replace(one, findings=tuple(found), problem=one.problem or other.problem)


@dataclass(frozen=True)
class Tally(Report):
    """A report whose findings were written as they were found: it has their numbers alone.

    *files* are those of which there is more to say.
    """

    severities: Counter[Severity] = field(default_factory=Counter)
    fixes: Counter[Applicability] = field(default_factory=Counter)

    def counts(self) -> Counter[Severity]:
        """Return how many findings there were of each severity."""
        return self.severities

    def fixable(self, wanted: Applicability = Applicability.SAFE) -> int:
        """Return how many findings had a fix of exactly this applicability."""
        return self.fixes[wanted]

    def exit_code(self, fail_on: Severity = Severity.WARNING) -> int:
        """Return what a report with these findings would."""
        code = super().exit_code(fail_on)
        failing = any(self.severities[each] for each in Severity if each.rank >= fail_on.rank)
        return EXIT_FINDINGS if code == EXIT_CLEAN and failing else code


class Counting:
    """Counts what goes by, and remembers what is no finding."""

    def __init__(self) -> None:
        self._files: list[FileReport] = []
        self._problems: list[Problem] = []
        self._crashes: list[Crash] = []
        self._severities: Counter[Severity] = Counter()
        self._fixes: Counter[Applicability] = Counter()

    def of(self, parts: Iterable[Part | Problem | Crash]) -> Iterator[Report]:
        """Yield a report for each of *parts*."""
        for each in parts:
            if isinstance(each, Part):
                self._count(each.report)
                yield Report((each.report,))
            elif isinstance(each, Problem):
                self._problems.append(each)
                yield Report(problems=(each,))
            else:
                self._crashes.append(each)
                yield Report(crashes=(each,))

    def _count(self, report: FileReport) -> None:
        for finding in report.findings:
            self._severities[finding.diagnostic.severity] += 1
            self._fixes.update(finding.fixes)
        if report.suppressed or report.problem or report.crashes:
            self._files.append(replace(report, findings=()))

    def tally(self, checked: int) -> Tally:
        """Return the report of what went by; so many records were *checked*."""
        return Tally(
            tuple(self._files),
            checked,
            tuple(self._problems),
            tuple(self._crashes),
            severities=self._severities,
            fixes=self._fixes,
        )
