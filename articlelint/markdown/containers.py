"""Boxes of lines between ``:::``, as markdown-it-container finds them.

To pulldown-cmark each mark is a thematic break, which begins and ends blocks where a box does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from articlelint.markdown.twin import Change

_LINE: Final = regex(
    r"^(?P<before>[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*)*)"
    r"(?P<colons>:{3,})[ \t]*(?P<rest>[^\r\n]*)",
    re.MULTILINE,
)
_KIND: Final = regex(r"[\w-]+(?=\s|\Z)")
_WHITE: Final = " \t"


class Container(NamedTuple):
    """A box: its kind, where its title stands, and its two marks; -1 where the end is missing."""

    kind: str
    title: tuple[int, int]
    begin: int
    end: int


class Mark(NamedTuple):
    """A line of colons, and what follows them."""

    start: int
    colons: int
    rest: str
    rest_start: int
    indent: int
    quotes: int


def marks_in(text: str) -> list[Mark]:
    """Return the lines of colons in *text*, those in code too."""
    if ":::" not in text:
        return []
    return [
        Mark(
            match.start("colons"),
            len(match["colons"]),
            match["rest"].rstrip(_WHITE),
            match.start("rest"),
            len(match["before"].expandtabs(4)),
            match["before"].count(">"),
        )
        for match in _LINE.finditer(text)
    ]


def containers(marks: Sequence[Mark], kinds: Collection[str]) -> list[Container]:
    """Return the boxes of *kinds* in reading order, an outer one before those in it."""
    found: list[Container] = []
    ends = [at for at, mark in enumerate(marks) if not mark.rest]
    # Each round looks for boxes in the box before; a mark that closes one is no other's.
    ranges = [(0, len(marks))]
    while ranges:
        first, last = ranges.pop()
        at = first
        while at < last:
            mark = marks[at]
            kind = _KIND.match(mark.rest)
            at += 1
            if kind is None or kind[0] not in kinds:
                continue
            inner = ends[bisect_left(ends, at) : bisect_left(ends, last)]
            close = next((end for end in inner if _closes(marks[end], mark)), last)
            title = mark.rest_start + kind.end()
            found.append(
                Container(
                    kind[0],
                    (title, mark.rest_start + len(mark.rest)),
                    mark.start,
                    marks[close].start if close < last else -1,
                )
            )
            ranges.append((at, close))
            at = close + 1
    return sorted(found, key=lambda each: each.begin)


def _closes(mark: Mark, opening: Mark) -> bool:
    return (
        mark.colons >= opening.colons
        and mark.indent < opening.indent + 4
        and mark.quotes == opening.quotes
    )


def as_breaks(marks: Iterable[Mark]) -> list[Change]:
    """Return what makes thematic breaks of *marks*."""
    return [
        (
            mark.start,
            "_" * mark.colons + " " * (mark.rest_start + len(mark.rest) - mark.start - mark.colons),
        )
        for mark in marks
    ]
