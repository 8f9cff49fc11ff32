"""Which runs of delimiters belong together: the stacks of ``DelimiterProcessor``."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.inline.delimiters import Delimiter, Run, runs
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPACE: Final = regex(r"\s")
_FURTHEST: Final = 100
"""How many open runs are looked through for one that fits."""


class Region(NamedTuple):
    """An element: where its opening and closing delimiters are, and what it is."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    kind: str


class _Opening(NamedTuple):
    """What is left of a run that waits for its end."""

    start: int
    end: int
    ambiguous: bool
    original: int
    size: int


class _Stack:
    """The open runs of one character."""

    def __init__(self, delimiter: Delimiter) -> None:
        self.delimiter = delimiter
        self.largest = 1 if delimiter.only_single else 2
        self.open: list[_Opening] = []

    def first_size(self, size: int) -> int:
        """Return how much of an opening run of *size* pairs first."""
        both = self.delimiter.double and self.delimiter.single
        if size == 3 and both and not self.delimiter.whole:
            return 1
        return min(size, self.largest)

    def kind(self, size: int) -> str:
        """Return what *size* delimiters make."""
        delimiter = self.delimiter
        return delimiter.double if size == 2 else delimiter.single or delimiter.double


def regions(text: str, delimiters: Mapping[str, Delimiter]) -> list[Region]:
    """Return the elements in *text*, sorted by where they begin."""
    found: list[Region] = []
    between = runs(text, delimiters)
    if not any(run.opens for run in between[:-1]) or not any(run.closes for run in between[1:]):
        return found
    pairing = _Pairing(text, between, delimiters)
    at = 0
    while at < len(pairing.runs):
        at = pairing.pair(at, found)
    found.sort()
    return found


class _Pairing:
    """One look at a text."""

    def __init__(self, text: str, between: list[Run], delimiters: Mapping[str, Delimiter]) -> None:
        self.runs = between
        self._starts = [run.start for run in self.runs]
        self._stacks = {token: _Stack(each) for token, each in delimiters.items()}
        spaced = any(each.no_space for each in delimiters.values())
        self._spaces = [match.start() for match in _SPACE.finditer(text)] if spaced else []
        self._found: list[Region] = []

    def pair(self, at: int, found: list[Region]) -> int:
        """Pair runs from number *at* on until none is open; return with which to go on."""
        first = self.runs[at]
        stack = self._stacks[first.token]
        if not first.opens or (stack.delimiter.only_double and first.end - first.start < 2):
            return at + 1
        self._found = []
        for each in self._stacks.values():
            each.open.clear()
        self._open(stack, first)
        following = at + 1
        while following < len(self.runs) and any(each.open for each in self._stacks.values()):
            run = self.runs[following]
            following += 1
            if not run.opens and not run.closes:
                continue
            stack = self._stacks[run.token]
            if not stack.open and not run.opens:
                continue
            if not self._take(stack, run):
                break
        if not self._found:
            last = max(
                (each.open[-1].end for each in self._stacks.values() if each.open), default=0
            )
            return max(bisect_left(self._starts, last), at + 1)
        found += self._found
        end = max(region.end for region in self._found)
        return self._after(end)

    def _after(self, end: int) -> int:
        """Return the number of the first run that ends behind *end*; what is left of it counts."""
        number = bisect_left(self._starts, end)
        if number and self.runs[number - 1].end > end:
            run = self.runs[number - 1]
            self.runs[number - 1] = run._replace(start=end)
            self._starts[number - 1] = end
            return number - 1
        return number

    def _open(self, stack: _Stack, run: Run) -> None:
        size = run.end - run.start
        stack.open.append(_Opening(run.start, run.end, run.closes, size, size))

    def _take(self, stack: _Stack, run: Run) -> bool:
        """Close elements by *run*, or open one; return False where pairing is to end."""
        opened = stack.open
        start, current = run.start, run.end - run.start
        ambiguous = run.opens and run.closes
        opens, closes = run.opens, run.closes
        last = opened[-1].size if opened else 0
        if opened and ambiguous and current != last and _mismatch(opened[-1].original, current):
            last = self._fitting(stack, current, last)
        if opened and closes and _fits(opened[-1], current, last, ambiguous=ambiguous):
            opens = False
            original = current
            left = self._close_whole(stack, start, current, last)
            if left is None:
                return False
            start, current, last = left
            if original >= 3 and current and ambiguous:
                opened.append(_Opening(start, run.end, False, original, current))
                closes = False
            else:
                closes = bool(current and opened)
        if opened and closes and (last >= 3 or not ambiguous) and last > current:
            done = self._close_part(stack, start, current, last)
            if not done:
                return done is None
            opens = opens and done == "ignored"
        if opens and not (stack.delimiter.only_double and current == 1):
            if self._is_hopeless(stack, start):
                return self._others_are_open(stack)
            opened.append(_Opening(start, run.end, ambiguous, current, current))
        return True

    def _close_whole(
        self, stack: _Stack, start: int, current: int, last: int
    ) -> tuple[int, int, int] | None:
        """Close open runs until this one is used up; return what is left of it.

        That is where it begins, its size, and the size of the last open run. None where pairing
        is to end.
        """
        opened = stack.open
        furthest = opened[-1]
        while opened and current and last <= current:
            opening = self._matching(stack, current, start)
            if opening is None:
                if self._others_are_open(stack):
                    opened.clear()
                    break
                opened.append(furthest)
                return None
            size = stack.first_size(opening.size)
            self._add(stack, opening.end - size, opening.end, start, size)
            start += size
            current -= size
            left = opening.size - size
            if left and not (stack.delimiter.only_double and left == 1):
                opened.append(opening._replace(end=opening.end - size, size=left))
            if opened:
                last = opened[-1].size
        return start, current, last

    def _fitting(self, stack: _Stack, current: int, last: int) -> int:
        """Look for an open run as long as *current* below the last."""
        opened = stack.open
        lowest = max(len(opened) - 2 - _FURTHEST, -1)
        for index in range(len(opened) - 2, lowest, -1):
            each = opened[index]
            if each.size == current and not _mismatch(each.original, current):
                if stack.delimiter.whole:
                    del opened[index + 1 :]
                return current
        return last

    def _matching(self, stack: _Stack, current: int, start: int) -> _Opening | None:
        """Take the open run that this one closes."""
        opened = stack.open
        opening = opened.pop()
        delimiter = stack.delimiter
        if not delimiter.no_space:
            return opening
        while True:
            strict = delimiter.only_single or current == 1 or opening.size != 2
            if not (strict and self._has_space(opening.end, start)):
                return opening
            if not opened:
                return None
            opening = opened.pop()

    def _close_part(self, stack: _Stack, start: int, current: int, last: int) -> str | None:
        """Close the end of a longer open run.

        Return "closed" or "ignored", "" where pairing is to end, None where another goes on.
        """
        opened = stack.open
        opening = opened.pop()
        while opened and opening.size != 3 and opening.ambiguous:
            opening = opened.pop()
            last = opening.size
        if opening.ambiguous and opening.size != 3:
            if self._others_are_open(stack):
                opened.clear()
                return None
            return ""
        delimiter = stack.delimiter
        strict = delimiter.no_space and (current == 1 or delimiter.only_single)
        if strict and self._has_space(opening.end, start):
            opened.append(opening)
            return "ignored"
        end = opening.end
        while current and not (delimiter.only_double and current == 1):
            size = min(current, stack.first_size(current))
            self._add(stack, end - size, end, start, size)
            start += size
            current -= size
            last -= size
            end -= size
        if last > 0 and not (delimiter.only_double and last == 1):
            opened.append(_Opening(opening.start, end, False, opening.original, last))
        return "closed"

    def _is_hopeless(self, stack: _Stack, start: int) -> bool:
        """Tell whether white space makes an element within the open one impossible."""
        delimiter = stack.delimiter
        if not delimiter.no_space or not stack.open:
            return False
        tracked = delimiter.only_single or any(each.size != 2 for each in stack.open)
        return tracked and self._has_space(stack.open[-1].end, start)

    def _add(self, stack: _Stack, start: int, inner: int, closing: int, size: int) -> None:
        """Add an element; what is open in it stays text."""
        self._found.append(Region(start, inner, closing, closing + size, stack.kind(size)))
        for other in self._stacks.values():
            while other.open and start <= other.open[-1].start < closing + size:
                other.open.pop()

    def _others_are_open(self, stack: _Stack) -> bool:
        return any(each.open for each in self._stacks.values() if each is not stack)

    def _has_space(self, start: int, end: int) -> bool:
        number = bisect_left(self._spaces, start)
        return number < len(self._spaces) and self._spaces[number] < end


def _fits(opening: _Opening, current: int, last: int, *, ambiguous: bool) -> bool:
    """Tell whether a run of this size closes what is open."""
    if current == last or current >= 3:
        return True
    return current > last and not (ambiguous and _mismatch(opening.original, current))


def _mismatch(opener: int, closer: int) -> bool:
    """Tell whether the "rule of 3" keeps runs of these lengths apart."""
    return (opener + closer) % 3 == 0 and (opener % 3 != 0 or closer % 3 != 0)
