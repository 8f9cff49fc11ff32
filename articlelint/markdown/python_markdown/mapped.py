"""A text that was made from another, and where every character of it stood there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WHOLE = (0,)


class Mapped:
    """A text in pieces: what begins at ``cuts[n]`` of it stood at ``starts[n]`` of its source.

    Most texts are one piece. A piece that stands for something else (the blanks of a tab) has a
    place as well; how long that is shows where the next piece begins.
    """

    __slots__ = ("cuts", "starts", "text")

    def __init__(self, text: str, cuts: Sequence[int], starts: Sequence[int]) -> None:
        self.text = text
        self.cuts = cuts
        self.starts = starts

    @staticmethod
    def of(text: str, start: int = 0) -> Mapped:
        """Return *text* as it stands in its source from *start* on."""
        return Mapped(text, _WHOLE, (start,))

    def __repr__(self) -> str:
        return f"Mapped({self.text!r}, {self.cuts}, {self.starts})"

    def at(self, index: int) -> int:
        """Return where the character at *index* stood."""
        cuts = self.cuts
        if len(cuts) == 1:
            return self.starts[0] + index
        piece = bisect_right(cuts, index) - 1
        return self.starts[piece] + index - cuts[piece]

    def end(self, index: int) -> int:
        """Return where what ends before *index* ended."""
        cuts = self.cuts
        if len(cuts) == 1:
            return self.starts[0] + index
        piece = max(bisect_left(cuts, index) - 1, 0)
        end = self.starts[piece] + index - cuts[piece]
        return min(end, self.starts[piece + 1]) if piece + 1 < len(cuts) else end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stood: ``at(start), end(end)``."""
        if len(self.cuts) == 1:
            place = self.starts[0]
            return place + start, place + end
        return self.at(start), self.end(end)

    def slice(self, start: int, end: int) -> Mapped:
        """Return ``text[start:end]``."""
        cuts, starts = self.cuts, self.starts
        if len(cuts) == 1:
            return Mapped(self.text[start:end], _WHOLE, (starts[0] + start,))
        first = bisect_right(cuts, start) - 1
        if first + 1 == len(cuts) or cuts[first + 1] >= end:
            return Mapped(self.text[start:end], _WHOLE, (starts[first] + start - cuts[first],))
        last = bisect_left(cuts, end)
        return Mapped(
            self.text[start:end],
            (0, *[cut - start for cut in cuts[first + 1 : last]]),
            (starts[first] + start - cuts[first], *starts[first + 1 : last]),
        )

    def after(self, start: int) -> Mapped:
        """Return ``text[start:]``."""
        return self.slice(start, len(self.text))

    def stripped(self) -> Mapped:
        """Return the text without the white space around it."""
        text = self.text
        inner = text.strip()
        if len(inner) == len(text):
            return self
        start = text.find(inner)
        return self.slice(start, start + len(inner))

    def without_leading(self, characters: str | None = None) -> Mapped:
        """Return what ``text.lstrip(characters)`` gives."""
        size = len(self.text.lstrip(characters))
        return self if size == len(self.text) else self.after(len(self.text) - size)

    def without_trailing(self, characters: str | None = None) -> Mapped:
        """Return what ``text.rstrip(characters)`` gives."""
        size = len(self.text.rstrip(characters))
        return self if size == len(self.text) else self.slice(0, size)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines, each with where it begins in the text."""
        start = 0
        for line in self.text.split("\n"):
            yield start, line
            start += len(line) + 1

    def placed_lines(self) -> Iterator[tuple[str, int, int]]:
        """Yield the lines with their line endings, each with where it stood."""
        cuts, starts = self.cuts, self.starts
        last = len(cuts) - 1
        begin = piece = 0
        for line in self.text.split("\n"):
            while piece < last and cuts[piece + 1] <= begin:
                piece += 1
            place = starts[piece] + begin - cuts[piece]
            finish = begin + len(line)
            ending = "\n" if finish < len(self.text) else ""
            finish += len(ending)
            if piece < last and cuts[piece + 1] < finish:
                end = self.end(finish)
            else:
                end = starts[piece] + finish - cuts[piece]
                if piece < last:
                    end = min(end, starts[piece + 1])
            yield line + ending, place, end
            begin = finish

    def without_margin(self, size: int) -> Mapped:
        """Return the text without the first *size* characters of its lines, all blanks."""
        if "\n" not in self.text:
            return self.after(size)
        if len(self.cuts) > 1:
            return self.pick([(at + size, at + len(line)) for at, line in self.lines()])
        cuts = []
        starts = []
        at, place = 0, self.starts[0] + size
        for line in self.text.split("\n"):
            cuts.append(at)
            starts.append(place)
            at += len(line) - size + 1
            place += len(line) + 1
        margin = " " * size
        return Mapped(self.text[size:].replace(f"\n{margin}", "\n"), cuts, starts)

    def pick(self, ranges: Sequence[tuple[int, int]]) -> Mapped:
        """Return the stretches of *ranges* as the lines of a new text."""
        text = self.text
        if len(ranges) == 1:
            return self.slice(*ranges[0])
        cuts: list[int] = []
        starts: list[int] = []
        size = 0
        expected = -1
        simple = len(self.cuts) == 1
        base = self.starts[0]
        for start, end in ranges:
            if simple:
                if base + start != expected:
                    cuts.append(size)
                    starts.append(base + start)
                expected = base + end + 1
            else:
                part = self.slice(start, end)
                cuts += [size + cut for cut in part.cuts]
                starts += part.starts
            size += end - start + 1
        joined = "\n".join([text[start:end] for start, end in ranges])
        return Mapped(joined, cuts, starts) if cuts else Mapped.of(joined)


def joined(parts: Iterable[Mapped], separator: str = "") -> Mapped:
    """Return *parts* one after the other; a separator belongs to what is before it."""
    texts: list[str] = []
    cuts: list[int] = []
    starts: list[int] = []
    size = 0
    expected = -1
    for part in parts:
        if part.starts[0] == expected:
            cuts += [size + cut for cut in part.cuts[1:]]
            starts += part.starts[1:]
        else:
            cuts += [size + cut for cut in part.cuts]
            starts += part.starts
        texts.append(part.text)
        size += len(part.text) + len(separator)
        expected = starts[-1] + size - cuts[-1]
    return Mapped(separator.join(texts), cuts, starts) if cuts else Mapped.of("")


def replaced(whole: Mapped, edits: Iterable[tuple[int, int, str]]) -> Mapped:
    """Return *whole* with stretches of it replaced, which are in order and apart.

    What replaces a stretch stands where that began.
    """
    texts: list[str] = []
    cuts: list[int] = []
    starts: list[int] = []
    size = done = 0

    def keep(start: int, end: int) -> None:
        nonlocal size
        if start < end:
            part = whole.slice(start, end)
            texts.append(part.text)
            cuts.extend([size + cut for cut in part.cuts])
            starts.extend(part.starts)
            size += end - start

    for start, end, text in edits:
        keep(done, start)
        if text:
            texts.append(text)
            cuts.append(size)
            starts.append(whole.at(start))
            size += len(text)
        done = end
    keep(done, len(whole.text))
    return Mapped("".join(texts), cuts, starts) if cuts else Mapped.of("")
