"""A tag at the beginning of a line that ends the items before it, where CommonMark goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, LEAF, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_OPEN: Final = regex(r"\n {0,3}<[A-Za-z][^\n]*>")
_INLINE: Final = frozenset(
    {"Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript"}
)


def cut_at_tags(events: list[Event], text: str) -> list[Event]:
    """Return *events* in which such a tag begins a paragraph of its own behind the list.

    Everything that is open is closed before that paragraph and opened again behind it, for the
    items that follow; what then would be empty is left out.
    """
    if _OPEN.search(text) is None:
        return events
    found: list[Event] = []
    opened: list[int] = []  # the blocks that are open, by their places in found
    again: set[int] = set()  # those of them that were opened again
    resumes: list[Event] = []
    for event in events:
        role, kind, _, start, end = event
        is_block = role != LEAF and kind not in _INLINE
        if is_block and resumes:
            _resume(resumes, found, opened, again)
            resumes = []
        elif kind == "InlineHtml" and not resumes and _is_lazy(event, found, opened, text):
            found.pop()
            resumes = [found[index] for index in opened]
            while opened:
                found.append(_ended(found, opened.pop(), start))
            found.append((START, "Paragraph", None, start, end))
        if not is_block:
            found.append(event)
        elif role == START:
            opened.append(len(found))
            found.append(event)
        else:
            index = opened.pop()
            if index not in again:
                found.append(event)
            elif index < len(found) - 1:
                found.append(_ended(found, index, end))
            else:
                again.remove(index)
                found.pop()
    return found


def _resume(blocks: list[Event], found: list[Event], opened: list[int], again: set[int]) -> None:
    """End the paragraph of the tag, and open *blocks* again behind it."""
    at = found[-1][4]
    found.append((END, "Paragraph", None, at, at))
    for role, kind, data, _, end in blocks:
        again.add(len(found))
        opened.append(len(found))
        found.append((role, kind, data, at, end))


def _is_lazy(event: Event, found: list[Event], opened: list[int], text: str) -> bool:
    """Tell whether a tag begins a line and stands before the column of the item's text."""
    start = event[3]
    line = text.rfind("\n", 0, start)
    if not found or found[-1][1] != "SoftBreak" or not opened or line < 0:
        return False
    _, kind, _, _, _ = found[opened[-1]]
    return (
        kind == "Item"
        and _OPEN.match(text, line) is not None
        and start - line - 1 < _column(found[opened[-1] + 1][3], text)
    )


def _column(at: int, text: str) -> int:
    return at - text.rfind("\n", 0, at) - 1


def _ended(found: list[Event], index: int, end: int) -> Event:
    """Let what begins at *index* end at *end*, and return its end."""
    _, kind, data, start, _ = found[index]
    found[index] = (START, kind, data, start, end)
    return (END, kind, data is not None if kind == "List" else data, start, end)
