"""Places in a text as editors count them: lines from zero, columns in units of an encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from articlelint.text.columns import Units
from articlelint.text.span import LineIndex, Span

if TYPE_CHECKING:
    from articlelint.text.columns import Encoding

_ENCODINGS: dict[str, tuple[Encoding, int]] = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
}
"""Python's name of the encoding, and how many bytes a unit has; characters are units otherwise."""


class Positions:
    """Turns the offsets of *text* into positions and back, in units of *encoding*."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._encoding = _ENCODINGS.get(encoding) if not text.isascii() else None
        self._units = Units(text, self._encoding[0]) if self._encoding is not None else None

    def at(self, offset: int) -> types.Position:
        """Return the position of the character at *offset*."""
        line, column = self._lines.position(offset)
        start = offset - column + 1
        units = self._units.between(start, offset) if self._units is not None else column - 1
        return types.Position(line - 1, units)

    def range(self, span: Span) -> types.Range:
        """Return the range of *span*."""
        return types.Range(self.at(span.start), self.at(span.end))

    @property
    def whole(self) -> types.Range:
        """Return the range of the whole text."""
        return self.range(Span(0, len(self._text)))

    def offset(self, position: types.Position) -> int:
        """Return the offset of *position*; behind a line's end, that is the end."""
        if position.line >= len(self._lines):
            return len(self._text)
        line = self._lines.line(max(position.line, 0) + 1)
        units = max(position.character, 0)
        if self._encoding is None:
            return min(line.start + units, line.end)
        encoding, size = self._encoding
        # A character has at least one unit. Half of one is none of it.
        before = self._text[line.start : min(line.start + units, line.end)].encode(encoding)
        return line.start + len(before[: units * size].decode(encoding, "ignore"))

    def span(self, given: types.Range) -> Span:
        """Return the span of a range, whose end may be before its start."""
        start, end = self.offset(given.start), self.offset(given.end)
        return Span(min(start, end), max(start, end))
