"""A quote right behind an item, which in marked is a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_MARK_ALONE: Final = regex(r"[ \t>]*+(?:[-*+]|\d+[.)])?\s*+")
_LISTS: Final = frozenset({"List", "Item"})


def quotes_in_items(events: list[Event], text: str) -> list[Event]:
    """Return *events* in which such quotes are parts of items, and their lists go on."""
    if ">" not in text or not any(kind == "BlockQuote" for _, kind, _, _, _ in events):
        return events
    lists = _Lists()
    reopened: list[int] = []  # how many of them each open quote opened again
    for event in events:
        role, kind, _, start, end = event
        if kind == "BlockQuote":
            if role == START:
                reopened.append(_reopen(lists, start, text))
                lists.found.append(event)
            else:
                lists.found.append(event)
                for _ in range(reopened.pop()):
                    lists.close(end)
        elif kind in _LISTS and role == END:
            lists.close(end)
        elif kind == "List" and _goes_on(lists.found, start, text):
            lists.reopen()
        else:
            if kind in _LISTS:
                lists.starts.append(len(lists.found))
            lists.found.append(event)
    return lists.found


class _Lists:
    """Events, and which of them open lists and items."""

    def __init__(self) -> None:
        self.found: list[Event] = []
        self.starts: list[int] = []
        """Of those that are open."""
        self._openings: dict[int, int] = {}  # where what was closed began, by where it ended

    def close(self, end: int) -> None:
        """Let the innermost one end at *end*."""
        index = self.starts.pop()
        _, kind, data, start, _ = self.found[index]
        self.found[index] = (START, kind, data, start, end)
        self._openings[len(self.found)] = index
        closing = data is not None if kind == "List" else data
        self.found.append((END, kind, closing, start, end))

    def reopen(self) -> None:
        """Open again what the last event closed."""
        self.found.pop()
        self.starts.append(self._openings[len(self.found)])


def _reopen(lists: _Lists, start: int, text: str) -> int:
    """Open the lists and items again that end before the quote at *start*; return how many."""
    count = 0
    if lists.found and lists.found[-1][:2] == (END, "List") and _follows_text(text, start):
        while lists.found[-1][0] == END and lists.found[-1][1] in _LISTS:
            lists.reopen()
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
