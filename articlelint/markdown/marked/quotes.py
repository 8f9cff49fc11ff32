"""A quote right behind an item, which in marked is a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_MARK_ALONE: Final = regex(r"[ \t>]*(?:[-*+]|\d+[.)])?\s*")
_LISTS: Final = frozenset({"List", "Item"})


def quotes_in_items(events: list[Event], text: str) -> list[Event]:
    """Return *events* in which such quotes are parts of items, and their lists go on."""
    if not any(kind == "BlockQuote" for _, kind, _, _, _ in events):
        return events
    found: list[Event] = []
    starts: list[int] = []  # of the lists and items that are open, in found
    reopened: list[int] = []  # how many of them each open quote opened again
    for event in events:
        role, kind, _, start, end = event
        if kind == "BlockQuote":
            if role == START:
                reopened.append(_reopen(found, starts, start, text))
                found.append(event)
            else:
                found.append(event)
                for _ in range(reopened.pop()):
                    found.append(_closed(found, starts.pop(), end))
        elif kind in _LISTS and role == END:
            found.append(_closed(found, starts.pop(), end))
        elif kind == "List" and _goes_on(found, start, text):
            starts.append(_opening(found, found.pop()))
        else:
            if kind in _LISTS:
                starts.append(len(found))
            found.append(event)
    return found


def _reopen(found: list[Event], starts: list[int], start: int, text: str) -> int:
    """Open the lists and items again that end before the quote at *start*; return how many."""
    count = 0
    if found and found[-1][:2] == (END, "List") and _follows_text(text, start):
        while found[-1][0] == END and found[-1][1] in _LISTS:
            starts.append(_opening(found, found.pop()))
            count += 1
    return count


def _follows_text(text: str, start: int) -> bool:
    """Tell whether there is text in the line before that of *start*, more than an item's mark."""
    end = text.rfind("\n", 0, start)
    line = text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]
    return _MARK_ALONE.fullmatch(line) is None


def _goes_on(found: list[Event], start: int, text: str) -> bool:
    """Tell whether the list at *start* goes on with the one whose last item took a quote in."""
    last = [each[:2] for each in found[-3:]]
    if last != [(END, "BlockQuote"), (END, "Item"), (END, "List")]:
        return False
    begin = found[-1][3]
    return text[begin] == text[start] or (text[begin].isdecimal() and text[start].isdecimal())


def _opening(found: list[Event], closing: Event) -> int:
    """Return the index of what *closing* closes."""
    _, kind, _, start, end = closing
    return max(
        index
        for index, (role, other, _, begin, finish) in enumerate(found)
        if role == START and (other, begin, finish) == (kind, start, end)
    )


def _closed(found: list[Event], index: int, end: int) -> Event:
    """Let what begins at *index* end at *end*, and return its end."""
    _, kind, data, start, _ = found[index]
    found[index] = (START, kind, data, start, end)
    return (END, kind, data is not None if kind == "List" else data, start, end)
