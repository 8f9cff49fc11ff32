"""pyromark's events as flat tuples, their places in characters instead of UTF-8 bytes."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

START: Final = 1
END: Final = -1
LEAF: Final = 0

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
    found: list[Event] = []
    add = found.append
    opened: list[int] = []
    for event, place in ranged:
        # A loop over every construct of every article: plain dicts, no match statement.
        if type(event) is str:
            add((LEAF, event, None, place["start"], place["end"]))
            continue
        role, data = event.popitem()  # its only one
        if role not in {"Start", "End"}:
            add((LEAF, role, data, place["start"], place["end"]))
            continue
        kind, data = (data, None) if type(data) is str else data.popitem()
        if role == "Start":
            opened.append(len(found))
            add((START, kind, data, place["start"], place["end"]))
        else:
            _, _, _, start, end = found[opened.pop()]
            add((END, kind, data, start, end))
    if text.isascii():
        return found
    offsets = {start for _, _, _, start, _ in found}
    offsets.update([end for _, _, _, _, end in found])
    at = character_offsets(text, offsets)
    return [(role, kind, data, at[start], at[end]) for role, kind, data, start, end in found]


def character_offsets(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Return the character offset of each of *offsets*, which count UTF-8 bytes of *text*."""
    data = text.encode()
    ends = sorted(offsets)
    pieces = map(data.__getitem__, map(slice, [0, *ends], ends))
    return dict(zip(ends, accumulate(map(len, map(bytes.decode, pieces))), strict=True))
