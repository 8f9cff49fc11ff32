"""A text read by way of its twin: equal but for characters that its own parser reads otherwise."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.events import LEAF, START, read_events

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.markdown.events import Event

Change = tuple[int, str]
"""Where the twin differs, and what stands there instead, of equal length."""


_ADDRESSES: Final = frozenset({"Link", "Image"})


def twin_of(text: str, changes: Iterable[Change]) -> str:
    """Return *text* with *changes* made."""
    parts = []
    at = 0
    for start, replacement in sorted(changes):
        parts += [text[at:start], replacement]
        at = start + len(replacement)
    return "".join(parts) + text[at:]


def read_twin(text: str, changes: Iterable[Change], options: int) -> list[Event]:
    """Return the events of the twin of *text*, their words those of *text* itself."""
    places = sorted(changes)
    if not places:
        return read_events(text, options)
    twin = twin_of(text, places)
    starts = [start for start, _ in places]
    ends = [start + len(other) for start, other in places]
    found = read_events(twin, options)
    at = 0  # the first change that ends behind what is looked at
    for index, (role, kind, data, start, end) in enumerate(found):
        if role != LEAF:
            if role == START and kind in _ADDRESSES and ends[0] <= end and starts[-1] >= start:
                found[index] = (role, kind, _with_address(text, twin, data, start, end), start, end)
            continue
        if at and ends[at - 1] > start:
            at = bisect_left(ends, start + 1)
        while at < len(ends) and ends[at] <= start:
            at += 1
        if at < len(ends) and starts[at] < end and isinstance(data, str):
            # Code has blanks for the line endings in it.
            place = twin[start:end].replace("\n", " ").find(data.replace("\n", " "))
            if place >= 0:
                words = text[start + place : start + place + len(data)]
                words = words.replace("\n", " ") if kind == "Code" else words
                found[index] = (role, kind, words, start, end)
    return found


def _with_address(text: str, twin: str, data: Any, start: int, end: int) -> Any:
    """Return what is known of a link, its address as *text* has it."""
    address = data["dest_url"]
    place = twin.rfind(address, start, end) if address else -1
    return data if place < 0 else {**data, "dest_url": text[place : place + len(address)]}
