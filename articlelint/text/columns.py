"""Columns as other programs count them: in UTF-16 code units or in UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from articlelint.text.span import Position

Encoding: TypeAlias = Literal["utf-8", "utf-16-le"]

_STEP = 1024
_UNIT = {"utf-8": 1, "utf-16-le": 2}
_BOM = "\ufeff"


class Units:
    """Counts the units of an encoding in a stretch of a text.

    Short stretches are encoded; for long ones a table with an entry per thousand characters
    is made once, so that each question stays cheap however long a line is.
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._encoding = encoding
        self._size = _UNIT[encoding]
        self._is_ascii = text.isascii()
        self._table: list[int] = []

    def between(self, start: int, end: int) -> int:
        """Return how many units the characters from *start* to *end* take."""
        if self._is_ascii:
            return end - start
        if end - start <= _STEP:
            return self._count(start, end)
        return self._before(end) - self._before(start)

    def _count(self, start: int, end: int) -> int:
        return len(self._text[start:end].encode(self._encoding, "surrogatepass")) // self._size

    def _before(self, offset: int) -> int:
        if not self._table:
            self._table.append(0)
            for start in range(0, len(self._text), _STEP):
                self._table.append(self._table[-1] + self._count(start, start + _STEP))
        whole = offset // _STEP
        return self._table[whole] + self._count(whole * _STEP, offset)


class Columns:
    """Says in which columns offsets are, from one, in the units of an encoding.

    Without *bom*, a byte order mark at the start of the text has no column of its own.
    """

    def __init__(self, text: str, encoding: Encoding, *, bom: bool = True) -> None:
        self._units = Units(text, encoding)
        self._skipped = 1 if text.startswith(_BOM) and not bom else 0

    def of(self, offset: int, position: Position) -> int:
        """Return the column of *offset*, which is at *position*."""
        start = offset - position.column + 1
        column = self._units.between(start, offset) + 1
        return max(column - self._skipped, 1) if position.line == 1 else column
