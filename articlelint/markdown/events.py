"""pyromark's events as flat tuples, their places in characters instead of UTF-8 bytes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

START: Final = 1
END: Final = -1
LEAF: Final = 0

_CONTINUATION: Final = regex(rb"[\x80-\xbf]")
_FEW: Final = 1_000

Event = tuple[int, str, Any, int, int]
"""Role (START, END or LEAF), kind as pyromark names it, its data, and the characters it covers.

An END covers what its START does. The data is what pyromark gives: a dict for links, images and
headings, the text of a leaf, None for most.

A dialect may have what pyromark has no word for. An ``Element`` has its tag's name for data. A
``Markup`` leaf is HTML that no author wrote, and its data. An ``Attributes`` leaf stands behind
the START or the leaf that bears them; its data is what the start tag holds, from a space on.
"""


def read_events(text: str, options: int) -> list[Event]:
    """Return the events of the Markdown *text* in reading order."""
    import pyromark  # 8 ms at start-up

    ranged: Any = pyromark.events_with_range(text, options=pyromark.Options(options))
    at: Callable[[int], int] | None = None
    if not text.isascii():
        data = text.encode()
        if len(data) - len(text) <= _FEW:
            at = _counting(data)
        else:
            ranged = list(ranged)
            offsets = {place["start"] for _, place in ranged}
            offsets.update([place["end"] for _, place in ranged])
            at = character_offsets(text, offsets).__getitem__
    found: list[Event] = []
    add = found.append
    for event, place in ranged:
        # A loop over every construct of every article: plain dicts, no match statement.
        start = place["start"]
        end = place["end"]
        if at is not None:
            start = at(start)
            end = at(end)
        if type(event) is str:
            add((LEAF, event, None, start, end))
            continue
        kind, data = event.popitem()  # its only one
        if kind == "Start":
            role = START
        elif kind == "End":
            role = END
        else:
            add((LEAF, kind, data, start, end))
            continue
        if type(data) is str:
            add((role, data, None, start, end))
        else:
            kind, data = data.popitem()
            add((role, kind, data, start, end))
    return found


def _counting(data: bytes) -> Callable[[int], int]:
    """Return what turns a byte offset of *data* into a character offset, given a few such bytes."""
    continuations = [match.start() for match in _CONTINUATION.finditer(data)]
    return lambda offset: offset - bisect_left(continuations, offset)


def character_offsets(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Return the character offset of each of *offsets*, which count UTF-8 bytes of *text*."""
    data = text.encode()
    ends = sorted(offsets)
    pieces = map(data.__getitem__, map(slice, [0, *ends], ends))
    return dict(zip(ends, accumulate(map(len, map(bytes.decode, pieces))), strict=True))
