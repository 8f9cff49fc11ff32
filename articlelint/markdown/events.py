"""pyromark's events as flat tuples, their places in characters instead of UTF-8 bytes."""

from __future__ import annotations

from typing import Any, Final

START: Final = 1
END: Final = -1
LEAF: Final = 0

Event = tuple[int, str, Any, int, int]
"""Role (START, END or LEAF), kind as pyromark names it, its data, and the characters it covers.

An END covers what its START does. The data is what pyromark gives: a dict for links, images and
headings, the text of a leaf, None for most.
"""


def read_events(text: str, options: int) -> list[Event]:
    """Return the events of the Markdown *text* in reading order."""
    import pyromark  # noqa: PLC0415 - 8 ms at start-up

    found: list[Event] = []
    add = found.append
    ranged: Any = pyromark.events_with_range(text, options=pyromark.Options(options))
    for event, place in ranged:
        # A loop over every construct of every article: plain dicts, no match statement.
        if type(event) is str:
            add((LEAF, event, None, place["start"], place["end"]))
            continue
        ((kind, data),) = event.items()
        if kind == "Start":
            role = START
        elif kind == "End":
            role = END
        else:
            add((LEAF, kind, data, place["start"], place["end"]))
            continue
        if type(data) is str:
            add((role, data, None, place["start"], place["end"]))
        else:
            ((kind, data),) = data.items()
            add((role, kind, data, place["start"], place["end"]))
    if text.isascii():
        return found
    at = character_offsets(text, {offset for event in found for offset in event[3:]})
    return [(role, kind, data, at[start], at[end]) for role, kind, data, start, end in found]


def character_offsets(text: str, offsets: set[int]) -> dict[int, int]:
    """Return the character offset of each of *offsets*, which count UTF-8 bytes of *text*."""
    data = text.encode()
    found: dict[int, int] = {}
    before = characters = 0
    for offset in sorted(offsets):
        characters += len(data[before:offset].decode())
        found[offset] = characters
        before = offset
    return found
