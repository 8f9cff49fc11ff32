"""Where in its article a finding is, as reporters want to know it."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple
from articlelint.text.columns import Columns
from articlelint.text.edit import Edit, apply
from articlelint.text.span import Position, Span

if TYPE_CHECKING:
    from articlelint.article import Article
    from articlelint.text.edit import Fix

KEPT_BEFORE = 120
KEPT_MARKED = 400
KEPT_AFTER = 200
KEPT_FIXED = 4000
KEPT_AROUND = 60


class Detail(Flag):
    """What a reporter may ask for, beyond findings with lines and columns.

    EXCERPTS: the lines around each finding. UTF16, UTF8: columns in these units. EDITS: the
    places of a fix's edits. CHANGES: with EDITS, what a fix makes of its lines. RULES: the pages
    of the rules that found something.
    """

    NONE = 0
    EXCERPTS = auto()
    UTF16 = auto()
    UTF8 = auto()
    EDITS = auto()
    RULES = auto()
    CHANGES = auto()


class Excerpt(NamedTuple):
    """One line of an article, or what of a long one lies around the words in question.

    *marked* is the span of these words in *text*. *cut_before* is how many characters of
    the line were left out before *text*; *cut_after* tells whether more follow.
    """

    number: int
    text: str
    marked: Span
    cut_before: int = 0
    cut_after: bool = False


class Place(NamedTuple):
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


class Change(NamedTuple):
    """What a fix replaces, and by what, with as much of its lines around as is worth showing.

    Where whole lines are replaced, the last line ending is left out; all are empty where none stood
    there before, or none does afterwards.
    """

    lead: str
    before: str
    after: str
    tail: str


class FixPlace(NamedTuple):
    """Where a fix works: the place of each edit, and of all that lies between first and last.

    *text* is what stands at *whole* after the fix; None where that is very long. *change* shows the
    same to people, where a reporter asked for it.
    """

    edits: tuple[Place, ...]
    whole: Place
    text: str | None
    change: Change | None = None


class Placer:
    """Finds places in one article; what that takes is made once."""

    def __init__(self, article: Article, details: Detail) -> None:
        self._article = article
        self._excerpts = Detail.EXCERPTS in details
        self._changes = Detail.CHANGES in details
        text = article.text
        self._utf16 = Columns(text, "utf-16-le", bom=False) if Detail.UTF16 in details else None
        self._utf8 = Columns(text, "utf-8") if Detail.UTF8 in details else None

    def place(self, span: Span) -> Place:
        """Return the place of *span*."""
        return self._place(span, excerpts=self._excerpts)

    def fix(self, fix: Fix) -> FixPlace:
        """Return where *fix* works."""
        start, end = fix.span
        text = None
        if end - start + sum(len(edit.replacement) for edit in fix.edits) <= KEPT_FIXED:
            moved = (Edit(edit.span.shift(-start), edit.replacement) for edit in fix.edits)
            text = apply(self._article.text[start:end], moved)
        edits = tuple(self._place(edit.span, excerpts=False) for edit in fix.edits)
        whole = edits[0] if len(edits) == 1 else self._place(fix.span, excerpts=False)
        change = self._change(fix.span, text) if self._changes and text is not None else None
        return FixPlace(edits, whole, text, change)

    def _change(self, span: Span, after: str) -> Change:
        lines, text = self._article.lines, self._article.text
        first, last = (lines.line(lines.position(each).line) for each in span)
        start = max(first.start, span.start - KEPT_AROUND)
        end = min(max(last.end, span.end), span.end + KEPT_AROUND)
        lead = "…" * (start > first.start) + text[start : span.start]
        before, tail = span.of(text), text[span.end : end] + "…" * (end < last.end)
        if span.end == last.start and (after.endswith(("\n", "\r")) or not (lead or after)):
            # It ends with a line, so the line below stays as it is.
            before, after, tail = _without_ending(before), _without_ending(after), ""
        return Change(lead, before, after, tail)

    def _place(self, span: Span, *, excerpts: bool) -> Place:
        lines = self._article.lines
        start, end = lines.position(span.start), lines.position(span.end)
        utf16, utf8 = (
            (columns.of(span.start, start), columns.of(span.end, end)) if columns else None
            for columns in (self._utf16, self._utf8)
        )
        return Place(
            start, end, self._excerpts_of(span, start, end) if excerpts else (), utf16, utf8
        )

    def _excerpts_of(self, span: Span, start: Position, end: Position) -> tuple[Excerpt, ...]:
        last = end.line
        if end.column == 1 and last > start.line:  # behind a line ending: the line before is last
            last -= 1
        numbers = dict.fromkeys((start.line, last))
        return tuple(_excerpt(self._article, number, span) for number in numbers)


def _without_ending(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r")


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
