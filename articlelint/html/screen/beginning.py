"""How far a page is certainly clean: whole elements one after the other, without an error.

What stands between such places is left to the judge, which begins there as at the beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.html.screen.fitting import DEEPEST, STRUCTURE
from articlelint.html.screen.screen import (
    CLOSE,
    OPEN,
    PIECE,
    TABLE,
    TAKE,
    TEXT_IN_TABLE,
    VOID,
    entry_of,
    first_faulty_reference,
    tag_in,
)
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.html.screen.screen import Entry


_EMPTY: Final = frozenset({"hr", "col"})
"""Empty elements whose start tag may close others."""


class Ended(NamedTuple):
    """An element that its own end tag closed: where its start tag stands, and where that does."""

    start_tag: tuple[int, int]
    end_tag: tuple[int, int]


class Beginnings:
    """Finds in *html*, a fragment, how far it is certainly clean from some place on."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._limit = -1  # where the first text is from there on that may have an error

    def clean_from(self, start: int) -> tuple[int, dict[str, Ended]]:
        """Return up to where the page is clean from *start* on, where no element is open.

        None is open there either. With it comes the last element of each name that was closed.
        """
        if self._limit < start:
            self._limit = _first_faulty_text(self._html, start)
        html, limit = self._html, self._limit
        safe = at = start
        ended: dict[str, Ended] = {}
        pending: dict[str, Ended] = {}
        stack = [""]
        opened: list[tuple[int, int]] = []
        for match in PIECE.finditer(html, start, limit):
            if html.find("<", at, match.start()) >= 0:
                break
            at = match.end()
            entry = entry_of(tag_in(*match.groups("")))
            if entry is None:
                break
            depth = len(stack)
            if not _take(entry, stack, ends=match[0].startswith("</")):
                break
            if len(stack) > depth:
                opened.append(match.span())
            elif len(stack) < depth:
                pending[entry[1]] = Ended(opened.pop(), match.span())
            elif match[3]:  # raw text is one piece with its tags
                pending[match[2].lower()] = Ended((match.start(), match.end(1) + 1), match.span(3))
            if len(stack) == 1:
                safe = at
                ended.update(pending)
                pending.clear()
        return safe, ended


def _first_faulty_text(html: str, start: int) -> int:
    """Return where the first text is that may have an error, wherever it stands."""
    places = [first_faulty_reference(html, start), html.find("\0", start)]
    in_table = TEXT_IN_TABLE.search(html, start)
    places.append(in_table.start() if in_table else -1)
    return min((place for place in places if place >= 0), default=len(html))


def _take(entry: Entry, stack: list[str], *, ends: bool) -> bool:
    """Tell whether a tag certainly fits, and implies neither a start nor an end of an element."""
    kind, name, take = entry
    depth, before = len(stack), stack[-1]
    if kind == CLOSE:
        return stack.pop() == name
    if kind == TABLE:
        if not take(stack, name):
            return False
    elif before in STRUCTURE:
        return False
    elif kind == OPEN:
        stack.append(name)
    elif kind == TAKE and not take(stack, name):
        return False
    if ends:
        return before == name and len(stack) == depth - 1
    if len(stack) == depth:
        return kind == VOID or (name in _EMPTY and stack[-1] == before)
    return depth < len(stack) <= DEEPEST and stack[-1] == name and stack[-2] == before
