"""What a run found: findings with their places, file by file, and the exit code."""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from articlelint.dataclass import dataclass
from articlelint.diagnostic import Severity
from articlelint.named_tuple import NamedTuple
from articlelint.report.finding import Finding
from articlelint.report.packed import PackedFindings, counted
from articlelint.report.places import Detail, Placer
from articlelint.text.edit import Applicability

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.linter import Crash

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_INTERNAL = 3
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143


class Problem(NamedTuple):
    """A path that cannot be read, and why."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class RuleInfo(NamedTuple):
    """What a report says of a rule: one sentence, the whole page (Markdown), where it is."""

    summary: str
    page: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """What there is to say about one file.

    *applied* counts the fixes made, by rule; *changed* says whether they changed the text; *before*
    and *after* are that text, if it was asked for. *unsettled* names the rules whose fixes did not
    settle, *refused* says which fixes were left out, and *problem* says why the file could not be
    read or written.
    """

    path: Path
    findings: Sequence[Finding] = ()
    suppressed: int = 0
    crashes: tuple[Crash, ...] = ()
    applied: Mapping[str, int] = field(default_factory=dict)
    changed: bool = False
    before: str | None = None
    after: str | None = None
    unsettled: tuple[str, ...] = ()
    refused: str | None = None
    problem: str | None = None

    @property
    def has_error(self) -> bool:
        """Tell whether one of the findings is an error."""
        return any(each.severity is Severity.ERROR for each in counted(self.findings))

    def with_findings(self, findings: Iterable[Finding]) -> FileReport:
        """Return the same report with other *findings*, held as these are."""
        is_packed = not isinstance(self.findings, tuple)
        return replace(self, findings=PackedFindings(findings) if is_packed else tuple(findings))

    @property
    def says_anything(self) -> bool:
        """Tell whether there is anything for a reporter to show."""
        return bool(
            self.findings
            or self.suppressed
            or self.crashes
            or self.applied
            or self.refused
            or self.unsettled
            or self.problem
        )


class _Sums(NamedTuple):
    severities: Counter[Severity]
    fixes: Counter[Applicability]
    others: int


@dataclass(frozen=True)
class Report:
    """What a run found. *files* has those with something to report, in order.

    *checked* is the number of all files that were checked. *problems* are paths that could not be
    read. *crashes* belong to no particular file. *rules* are those that found something, by name,
    if a reporter asked for them.
    """

    files: Sequence[FileReport] = ()
    checked: int = 0
    problems: tuple[Problem, ...] = ()
    crashes: tuple[Crash, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)

    @property
    def findings(self) -> Iterator[tuple[FileReport, Finding]]:
        """Yield every finding with its file, in order."""
        for file in self.files:
            for finding in file.findings:
                yield file, finding

    def url(self, rule: str) -> str | None:
        """Return where the page of *rule* is, if that is known."""
        info = self.rules.get(rule)
        return info.url if info else None

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(self._sums.severities)

    def fixable(self, wanted: Applicability = Applicability.SAFE) -> int:
        """Return how many findings have a fix of exactly this applicability."""
        return self._sums.fixes[wanted]

    @property
    def others(self) -> int:
        """Return how many findings others stand for."""
        return self._sums.others

    @cached_property
    def _sums(self) -> _Sums:
        """Return the sums of what is counted of the findings."""
        severities, fixes, others = Counter[Severity](), Counter[Applicability](), 0
        for file in self.files:
            for each in counted(file.findings):
                severities[each.severity] += 1
                fixes.update(each.fixes)
                others += each.others
        return _Sums(severities, fixes, others)

    def applied(self) -> Counter[str]:
        """Return how many fixes were made, by rule."""
        total: Counter[str] = Counter()
        for file in self.files:
            total.update(file.applied)
        return total

    @property
    def changed(self) -> tuple[FileReport, ...]:
        """Return the files that fixes changed."""
        return tuple(file for file in self.files if file.changed)

    @property
    def has_defects(self) -> bool:
        """Tell whether articlelint or a plugin failed."""
        return bool(self.crashes) or any(
            file.crashes or file.refused or file.unsettled for file in self.files
        )

    def exit_code(self, fail_on: Severity = Severity.WARNING) -> int:
        """Return 3 after an internal error, 2 where a path could not be read, else 1 or 0."""
        if self.has_defects:
            return EXIT_INTERNAL
        if self.problems or any(file.problem for file in self.files):
            return EXIT_USAGE
        failing = any(severity.rank >= fail_on.rank for severity in self._sums.severities)
        return EXIT_FINDINGS if failing else EXIT_CLEAN

    def at_least(self, severity: Severity) -> Report:
        """Return the same report without the findings of lower severity."""
        return self._with_findings(lambda each: each.diagnostic.severity.rank >= severity.rank)

    def errors_first(self) -> Report:
        """Return the same report, the files with an error before the others."""
        return replace(self, files=tuple(sorted(self.files, key=lambda file: not file.has_error)))

    def head(self, number: int) -> tuple[Report, Counter[str]]:
        """Return the report of the first *number* findings, and how many are left by rule."""
        places = count()
        shown = self._with_findings(lambda _: next(places) < number)
        left = Counter(finding.diagnostic.rule for _, finding in self.findings)
        left.subtract(finding.diagnostic.rule for _, finding in shown.findings)
        return shown, +left

    def _with_findings(self, is_wanted: Callable[[Finding], bool]) -> Report:
        files = (file.with_findings(filter(is_wanted, file.findings)) for file in self.files)
        return replace(self, files=tuple(files))

    def without_findings(self) -> Report:
        """Return the same report with fixes only."""
        return replace(self, files=tuple(replace(file, findings=()) for file in self.files))


def findings_of(
    article: Article, diagnostics: Iterable[Diagnostic], details: Detail = Detail.NONE
) -> tuple[Finding, ...]:
    """Return *diagnostics* with their places in *article*, and what of *details* is wanted."""
    found = tuple(diagnostics)
    if not found:
        return ()
    placer = Placer(article, details)
    return tuple(
        Finding(
            diagnostic,
            placer.place(diagnostic.span),
            tuple(placer.place(related.span) for related in diagnostic.related),
            placer.fix(diagnostic.fix) if diagnostic.fix and Detail.EDITS in details else None,
        )
        for diagnostic in found
    )
