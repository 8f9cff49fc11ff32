"""What a run found: findings with their places, file by file, and the exit code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Flag, auto
from typing import TYPE_CHECKING

from articlelint.diagnostic import Severity
from articlelint.edit import Applicability, Edit, apply
from articlelint.span import Position, Span
from articlelint.units import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.discovery import Problem
    from articlelint.edit import Fix
    from articlelint.linter import Crash

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_INTERNAL = 3
EXIT_INTERRUPTED = 130

KEPT_BEFORE = 120
KEPT_MARKED = 400
KEPT_AFTER = 200
KEPT_FIXED = 4000


class Detail(Flag):
    """What a reporter may ask for, beyond findings with lines and columns.

    EXCERPTS: the lines around each finding. UTF16, UTF8: columns in these units. EDITS: the
    places of a fix's edits. RULES: the pages of the rules that found something.
    """

    NONE = 0
    EXCERPTS = auto()
    UTF16 = auto()
    UTF8 = auto()
    EDITS = auto()
    RULES = auto()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of an article, or what of a long one lies around the words in question.

    *marked* is the span of these words in *text*. *cut_before* is how many characters of
    the line were left out before *text*; *cut_after* tells whether more follow.
    """

    number: int
    text: str
    marked: Span
    cut_before: int = 0
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span starts and ends (just behind its last character), and its lines.

    *excerpts* has the first line and, of a span over several, the last; it is empty where
    no reporter asked for it. *utf16* and *utf8* are, where asked for, the columns of start
    and end in UTF-16 code units (a byte order mark not counted) and in UTF-8 bytes.
    """

    start: Position
    end: Position
    excerpts: tuple[Excerpt, ...] = ()
    utf16: tuple[int, int] | None = None
    utf8: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FixPlace:
    """Where a fix works: the place of each edit, and of all that lies between first and last.

    *text* is what stands at *whole* after the fix; None where that is very long.
    """

    edits: tuple[Place, ...]
    whole: Place
    text: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic and its place; *related* are the places of the diagnostic's related spans.

    *fix* is where its fix works, if it has one and a reporter asked for that.
    """

    diagnostic: Diagnostic
    place: Place
    related: tuple[Place, ...] = ()
    fix: FixPlace | None = None


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report says of a rule: one sentence, the whole page (Markdown), where it is."""

    summary: str
    page: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FileReport:
    """What there is to say about one file.

    *applied* counts by rule the fixes made, *changed* tells whether they changed the text;
    *before* and *after* are that text where it was asked for. *unsettled* names rules that
    never came to rest, *refused* says why no fix was made, *problem* why the file could not
    be read or written.
    """

    path: Path
    findings: tuple[Finding, ...] = ()
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
    def says_anything(self) -> bool:
        """Tell whether a reporter could want this."""
        return bool(
            self.findings
            or self.suppressed
            or self.crashes
            or self.applied
            or self.refused
            or self.unsettled
            or self.problem
        )


@dataclass(frozen=True)
class Report:
    """What a run found. *files* has those of which there is anything to say, in order.

    *checked* counts all that were looked at. *problems* are paths that could not be read.
    *crashes* are those of no file in particular. *rules* are those that found something, by
    name, where a reporter asked for them.
    """

    files: tuple[FileReport, ...] = ()
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
        return Counter(finding.diagnostic.severity for _, finding in self.findings)

    def fixable(self, wanted: Applicability = Applicability.SAFE) -> int:
        """Return how many findings have a fix of exactly this applicability."""
        return sum(
            finding.diagnostic.fix is not None and finding.diagnostic.fix.applicability == wanted
            for _, finding in self.findings
        )

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
        """Tell whether anything of ours, or of a plugin, went wrong."""
        return bool(self.crashes) or any(
            file.crashes or file.refused or file.unsettled for file in self.files
        )

    def exit_code(self, fail_on: Severity = Severity.WARNING) -> int:
        """Return 3 after an internal error, 2 where a path could not be read, else 1 or 0."""
        if self.has_defects:
            return EXIT_INTERNAL
        if self.problems or any(file.problem for file in self.files):
            return EXIT_USAGE
        failing = any(
            finding.diagnostic.severity.rank >= fail_on.rank for _, finding in self.findings
        )
        return EXIT_FINDINGS if failing else EXIT_CLEAN

    def without_findings(self) -> Report:
        """Return the same report, of fixes alone."""
        return replace(self, files=tuple(replace(file, findings=()) for file in self.files))


def findings_of(
    article: Article, diagnostics: Iterable[Diagnostic], details: Detail = Detail.NONE
) -> tuple[Finding, ...]:
    """Return *diagnostics* with their places in *article*, and what of *details* is wanted."""
    found = tuple(diagnostics)
    if not found:
        return ()
    placer = _Placer(article, details)
    return tuple(
        Finding(
            diagnostic,
            placer.place(diagnostic.span),
            tuple(placer.place(related.span) for related in diagnostic.related),
            placer.fix(diagnostic.fix) if diagnostic.fix and Detail.EDITS in details else None,
        )
        for diagnostic in found
    )


def place_of(article: Article, span: Span, details: Detail = Detail.NONE) -> Place:
    """Return the place of *span* in *article*, with what of *details* is wanted."""
    return _Placer(article, details).place(span)


class _Placer:
    """Finds places in one article; what that takes is made once."""

    def __init__(self, article: Article, details: Detail) -> None:
        self._article = article
        self._excerpts = Detail.EXCERPTS in details
        text, lines = article.text, article.lines
        self._utf16 = (
            Columns(text, lines, "utf-16-le", bom=False) if Detail.UTF16 in details else None
        )
        self._utf8 = Columns(text, lines, "utf-8") if Detail.UTF8 in details else None

    def place(self, span: Span) -> Place:
        lines = self._article.lines
        return Place(
            lines.position(span.start),
            lines.position(span.end),
            self._lines_of(span) if self._excerpts else (),
            self._utf16.of(span) if self._utf16 else None,
            self._utf8.of(span) if self._utf8 else None,
        )

    def fix(self, fix: Fix) -> FixPlace:
        start, end = fix.span
        text = None
        if end - start + sum(len(edit.replacement) for edit in fix.edits) <= KEPT_FIXED:
            moved = (Edit(edit.span.shift(-start), edit.replacement) for edit in fix.edits)
            text = apply(self._article.text[start:end], moved)
        edits = tuple(self._bare(edit.span) for edit in fix.edits)
        return FixPlace(edits, self._bare(fix.span), text)

    def _bare(self, span: Span) -> Place:
        return replace(self.place(span), excerpts=())

    def _lines_of(self, span: Span) -> tuple[Excerpt, ...]:
        lines = self._article.lines
        start, end = lines.position(span.start), lines.position(span.end)
        last = end.line
        if end.column == 1 and last > start.line:  # behind a line ending: the line before is last
            last -= 1
        numbers = dict.fromkeys((start.line, last))
        return tuple(_excerpt(self._article, number, span) for number in numbers)


def _excerpt(article: Article, number: int, span: Span) -> Excerpt:
    line = article.lines.line(number)
    first = min(max(span.start, line.start), line.end)
    last = min(max(span.end, first), line.end)
    start = max(line.start, first - KEPT_BEFORE)
    end = min(line.end, min(last, first + KEPT_MARKED) + KEPT_AFTER)
    return Excerpt(
        number,
        article.text[start:end],
        Span(first - start, min(last, end) - start),
        cut_before=start - line.start,
        cut_after=end < line.end,
    )
