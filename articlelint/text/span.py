"""Places in an article: half-open character spans, and lines and columns made from them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEWLINE = regex(r"\r\n|\n|\r")
_BLANKS = 1_000
"""Characters of white space in a line that is looked at for being blank but for one thing."""


class Span(NamedTuple):
    """A half-open stretch of characters, ``text[start:end]``.

    Spans compare by start, then by end, which is reading order. ``start == end`` is a
    place between two characters.
    """

    start: int
    end: int

    @classmethod
    def at(cls, offset: int) -> Span:
        """Return the empty span at *offset*."""
        return cls(offset, offset)

    @property
    def length(self) -> int:
        """Return the number of characters in the span."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of *text* that the span covers."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> Span:
        """Return the span moved by *offset* characters."""
        return Span(self.start + offset, self.end + offset)

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both this one and *other*."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def encloses(self, other: Span) -> bool:
        """Tell whether *other* lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Tell whether the two spans share a character or a boundary."""
        return self.start <= other.end and other.start <= self.end


def as_span(place: Span | tuple[int, int]) -> Span:
    """Return *place*, which a plugin may have written as a pair of offsets, as a span.

    Raises TypeError for anything else.
    """
    if isinstance(place, Span):
        return place
    match place:
        case (int(start), int(end)):
            return Span(start, end)
    raise TypeError(f"a span is a pair of offsets, `(start, end)`, and not {place!r}")


class SpanIndex:
    """Many spans of one text; finds quickly which of them lie in or around another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        ends = [span.end for span in self._spans]
        self._last_ends = list(accumulate(ends, max))
        self._first_ends = list(accumulate(reversed(ends), min))[::-1]

    def has_around(self, span: Span) -> bool:
        """Tell whether one of the spans encloses *span*."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and self._last_ends[index] >= span.end

    def has_within(self, span: Span) -> bool:
        """Tell whether *span* encloses one of the spans."""
        index = bisect_left(self._starts, span.start)
        return index < len(self._starts) and self._first_ends[index] <= span.end

    def within(self, span: Span) -> Iterator[Span]:
        """Yield those of the spans that *span* encloses, in reading order."""
        for index in range(bisect_left(self._starts, span.start), len(self._starts)):
            if self._starts[index] > span.end:
                return
            if span.encloses(self._spans[index]):
                yield self._spans[index]


class Position(NamedTuple):
    """A line and a column, both counted from one, the column in characters."""

    line: int
    column: int


class LineIndex:
    r"""Turns character offsets into positions and back.

    A line ends at ``\n``, ``\r\n`` or ``\r``: what editors and CommonMark (section 2.1,
    "line ending") agree on, unlike ``str.splitlines``.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        else:  # a pattern takes far longer
            lengths = [len(line) + 1 for line in text.split("\n")]
            self._starts = [0, *accumulate(lengths[:-1])]
        self._text = text

    def __len__(self) -> int:
        """Return the number of lines; a text always has at least one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the position of the character at *offset*; the text's end is a position too.

        Raises ValueError for an offset outside the text.
        """
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside a text of {self._length} characters")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of *position*; a column past the line's end gives the line's end."""
        span = self.line(position.line)
        return min(span.start + position.column - 1, span.end)

    def line(self, number: int) -> Span:
        """Return the span of line *number* (from one), without its line ending.

        Raises ValueError for a line that the text does not have.
        """
        if not 1 <= number <= len(self._starts):
            raise ValueError(f"line {number} is outside a text of {len(self._starts)} lines")
        start = self._starts[number - 1]
        if number == len(self._starts):
            return Span(start, self._length)
        end = self._starts[number]
        ending = 2 if self._text[end - 2 : end] == "\r\n" else 1
        return Span(start, end - ending)

    def line_with_ending(self, number: int) -> Span:
        """Return the span of line *number* (from one), its line ending included."""
        span = self.line(number)
        end = self._length if number == len(self._starts) else self._starts[number]
        return Span(span.start, end)

    def filled(self, span: Span) -> Span | None:
        """Return the line, its line ending included, that has only white space beside *span*.

        None where there is more, or very much white space.
        """
        line = self.line_with_ending(self.position(span.start).line)
        if not line.encloses(span) or line.length - span.length > _BLANKS:
            return None
        beside = self._text[line.start : span.start] + self._text[span.end : line.end]
        return None if beside.strip() else line
