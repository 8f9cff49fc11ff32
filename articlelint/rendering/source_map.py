"""Where each stretch of HTML comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_ESCAPED: Final = regex(r"&(?:amp|lt|gt|quot|#39);")
_MEANINGS: Final = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}

Stretch = tuple[str, int, int]
"""A piece of output and the stretch of the source, in its own offsets, that it stands for."""


class SourceMap:
    """Finds the place in the article of a place in its HTML.

    *source* is the text that the HTML was made from and that begins at *offset* of the article;
    *stretches* are the pieces that the HTML consists of, in order. A piece that equals its
    source is verbatim; in one that only had its special characters escaped every character has
    its place too; any other stands for its source as a whole.

    Nothing is computed before something is asked: most pages have nothing to report.
    """

    def __init__(self, source: str, offset: int, stretches: Sequence[Stretch]) -> None:
        self._source = source
        self._offset = offset
        self._stretches = stretches
        # A page may be one long stretch: what is found out about it is remembered.
        self._exact: dict[int, bool] = {}
        self._escapes: dict[int, _Escapes | None] = {}

    @staticmethod
    def identity(offset: int, length: int) -> SourceMap:
        """Return the map of a text that is its own rendering and begins at *offset*."""
        return _Identity(offset, length)

    @cached_property
    def _starts(self) -> list[int]:
        """Return where each stretch begins in the HTML."""
        return [0, *accumulate([len(piece) for piece, _, _ in self._stretches])][:-1]

    def _at(self, index: int) -> int:
        """Return which stretch holds the character at *index* of the HTML."""
        return max(bisect_right(self._starts, index) - 1, 0)

    def offset(self, index: int) -> int:
        """Return the article offset of the character at *index* of the HTML.

        Inside a piece that stands for its source as a whole it is where that begins.
        """
        if not self._stretches:
            return self._offset
        return self._offset + self._begin(self._at(index), index)

    def span(self, start: int, end: int) -> Span:
        """Return the article span of ``html[start:end]``.

        Line endings at the end of a construct do not belong to it.
        """
        if end <= start or not self._stretches:
            return Span.at(self.offset(start))
        first = self._at(start)
        last = self._at(end - 1)
        begin = self._begin(first, start)
        finish = self._finish(last, end)
        if finish < begin:  # a footnote, for one, may be rendered away from its place
            begin, finish = finish, begin
        if not self._is_exact(last):
            while finish > begin and self._source[finish - 1] in "\r\n":
                finish -= 1
        return Span(self._offset + begin, self._offset + finish)

    def index(self, offset: int) -> int | None:
        """Return where the character at *offset* of the article stands in the HTML.

        None where it is in no stretch that was copied or only had characters escaped.
        """
        place = offset - self._offset
        at = bisect_right(self._copies, (place, len(self._stretches))) - 1
        if at < 0:
            return None
        begin, index = self._copies[at]
        _, _, end = self._stretches[index]
        if place >= end:
            return None
        if self._is_exact(index):
            return self._starts[index] + place - begin
        escapes = self._escapes_of(index)
        return None if escapes is None else self._starts[index] + escapes.index(place - begin)

    @cached_property
    def _copies(self) -> list[tuple[int, int]]:
        """Return the stretches that may be copies: where each begins in the source, and which."""
        return sorted(
            (start, index)
            for index, (piece, start, end) in enumerate(self._stretches)
            if start < end <= start + len(piece) and (self._is_exact(index) or "&" in piece)
        )

    def is_verbatim(self, start: int, end: int) -> bool:
        """Tell whether ``html[start:end]`` was copied character by character.

        What Markdown takes away from the beginning of a line (the marks of a block quote), or
        puts there for the rest of a tab, may stand between the characters.
        """
        if not self._stretches:
            return False
        first = self._at(start)
        last = self._at(max(start, end - 1))
        if first == last:
            return self._is_exact(first)
        return all(self._is_exact(at) or self._is_added(at) for at in range(first, last + 1))

    def _is_added(self, at: int) -> bool:
        piece, start, end = self._stretches[at]
        return start == end and piece.isspace()

    def _is_exact(self, at: int) -> bool:
        known = self._exact.get(at)
        if known is None:
            piece, start, end = self._stretches[at]
            known = end - start == len(piece) and self._source.startswith(piece, start)
            self._exact[at] = known
        return known

    def _escapes_of(self, at: int) -> _Escapes | None:
        """Return where characters are escaped in a piece that is its source but for that."""
        if at not in self._escapes:
            piece, start, end = self._stretches[at]
            is_escaped = "&" in piece and _meaning(piece) == self._source[start:end]
            self._escapes[at] = _Escapes(piece) if is_escaped else None
        return self._escapes[at]

    def _begin(self, at: int, index: int) -> int:
        piece, start, end = self._stretches[at]
        inside = index - self._starts[at]
        if self._is_exact(at):
            return min(start + inside, end)
        escapes = self._escapes_of(at)
        if escapes is not None:
            return start + escapes.character(inside)
        return start if inside < len(piece) else end

    def _finish(self, at: int, index: int) -> int:
        _, start, end = self._stretches[at]
        inside = index - self._starts[at]
        if self._is_exact(at):
            return min(start + inside, end)
        escapes = self._escapes_of(at)
        if escapes is not None:
            return start + escapes.character(inside - 1) + 1
        return end


class _Identity(SourceMap):
    """The map of HTML that the author wrote himself."""

    def __init__(self, offset: int, length: int) -> None:
        super().__init__("", offset, ())
        self._length = length

    def offset(self, index: int) -> int:
        return self._offset + min(index, self._length)

    def span(self, start: int, end: int) -> Span:
        return Span(self.offset(start), self.offset(max(start, end)))

    def is_verbatim(self, start: int, end: int) -> bool:
        return True


def _meaning(piece: str) -> str:
    return _ESCAPED.sub(lambda match: _MEANINGS[match[0]], piece)


class _Escapes:
    """The escaped characters of a piece: where each begins and how much longer each is."""

    def __init__(self, piece: str) -> None:
        found = [match.span() for match in _ESCAPED.finditer(piece)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]
        self._gone = [0, *accumulate([end - start - 1 for start, end in found])]
        self._characters = [
            start - gone for (start, _), gone in zip(found, self._gone, strict=False)
        ]

    def index(self, character: int) -> int:
        """Return where what stands for *character* of the source begins in the piece."""
        return character + self._gone[bisect_left(self._characters, character)]

    def character(self, index: int) -> int:
        """Return which character of the source the one at *index* of the piece stands for."""
        before = bisect_left(self._starts, index)
        if not before:
            return index
        last = before - 1
        partial = min(self._ends[last] - 1, index) - self._starts[last]
        return index - self._gone[last] - partial
