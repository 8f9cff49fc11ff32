"""A text as kramdown reads it: what encloses it taken away, every character's place known."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_CARRIAGE_RETURN = regex(r"\r\n?")
_INDENTATION = regex(r"[ \t]*")


class Source:
    """A *text* whose lines end in a line feed, and where each of its lines begins in *whole*.

    ``at`` and ``end`` are None where the text is *whole* itself: places need no translation.
    """

    __slots__ = ("_origins", "_starts", "is_whole", "text", "whole")

    def __init__(self, text: str, whole: str, starts: list[int], origins: list[int]) -> None:
        self.text = text
        self.whole = whole
        self.is_whole = not starts
        self._starts = starts
        self._origins = origins

    @staticmethod
    def of(whole: str) -> Source:
        """Return the source of a whole text, with a line feed for each line ending."""
        if "\r" not in whole:
            return Source(whole if whole.endswith("\n") else whole + "\n", whole, [], [])
        starts, origins, lines = [0], [0], []
        begin = length = 0
        for match in _CARRIAGE_RETURN.finditer(whole):
            lines.append(whole[begin : match.start()])
            begin = match.end()
            length += len(lines[-1]) + 1
            starts.append(length)
            origins.append(begin)
        lines.append(whole[begin:])
        text = "\n".join(lines)
        return Source(text if text.endswith("\n") else text + "\n", whole, starts, origins)

    def nested(self, lines: Iterable[tuple[str, int]]) -> Source:
        """Return the source that consists of *lines*, parts of this one.

        Each comes with the offset in this source of its first character that is no blank; the
        blanks before it may be others than those that stand there.
        """
        starts: list[int] = []
        origins: list[int] = []
        parts: list[str] = []
        length = 0
        whole = self.whole
        for line, offset in lines:
            origin = self.at(offset)
            blanks = line[: len(line) - len(line.lstrip(" \t"))]
            begin = origin - len(blanks)
            starts.append(length)
            if not blanks or (begin >= 0 and whole.startswith(blanks, begin)):
                origins.append(begin)
            else:
                origins.append(max(begin, whole.rfind("\n", 0, origin) + 1))
                starts.append(length + len(blanks))
                origins.append(origin)
            parts.append(line)
            length += len(line)
        return Source("".join(parts), whole, starts or [0], origins or [0])

    def at(self, offset: int) -> int:
        """Return where the character at *offset* stands in the whole text."""
        if self.is_whole:
            return min(offset, len(self.whole))
        index = bisect_right(self._starts, offset) - 1
        place = self._origins[index] + offset - self._starts[index]
        if index + 1 < len(self._origins):
            place = min(place, self._origins[index + 1])
        return min(place, len(self.whole))

    def end(self, offset: int) -> int:
        """Return where what ends before *offset* ends in the whole text."""
        if self.is_whole or not offset:
            return min(offset, len(self.whole))
        place = self.at(offset - 1)
        if self.text[offset - 1] != "\n":
            return min(place + 1, len(self.whole))
        width = 2 if self.whole.startswith("\r\n", place) else 1
        return min(place + width, len(self.whole))
