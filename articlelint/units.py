"""Columns as other programs count them: in UTF-16 code units or in UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from articlelint.span import LineIndex, Span

Encoding: TypeAlias = Literal["utf-8", "utf-16-le"]

_STEP = 1024
_UNIT = {"utf-8": 1, "utf-16-le": 2}
_BOM = "\ufeff"


class Units:
    """Counts the units of an encoding before any character of a text.

    A table with an entry per thousand characters keeps each question cheap, however long
    the line is.
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._encoding = encoding
        self._size = _UNIT[encoding]
        self._table: list[int] | None = None
        if not text.isascii():
            self._table = [0]
            for start in range(0, len(text), _STEP):
                self._table.append(self._table[-1] + self._count(start, start + _STEP))

    def _count(self, start: int, end: int) -> int:
        return len(self._text[start:end].encode(self._encoding, "surrogatepass")) // self._size

    def before(self, offset: int) -> int:
        """Return how many units stand before the character at *offset*."""
        if self._table is None:
            return offset
        whole = offset // _STEP
        return self._table[whole] + self._count(whole * _STEP, offset)


class Columns:
    """Says in which columns spans start and end, from one, in the units of an encoding.

    Without *bom*, a byte order mark at the start of the text has no column of its own.
    """

    def __init__(
        self, text: str, lines: LineIndex, encoding: Encoding, *, bom: bool = True
    ) -> None:
        self._units = Units(text, encoding)
        self._lines = lines
        self._skipped = 1 if text.startswith(_BOM) and not bom else 0

    def of(self, span: Span) -> tuple[int, int]:
        """Return the columns of the span's start and of its end, just behind it."""
        return self._column(span.start), self._column(span.end)

    def _column(self, offset: int) -> int:
        position = self._lines.position(offset)
        start = offset - position.column + 1
        column = self._units.before(offset) - self._units.before(start) + 1
        return max(column - self._skipped, 1) if position.line == 1 else column
