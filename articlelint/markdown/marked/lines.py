"""Lines that marked takes otherwise than CommonMark, wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

_MARK_ALONE: Final = regex(r"\n[ \t>]*+(?:[*+]|1[.)])[ \t](?=\n|\Z)")
_INDENTED: Final = regex(r"^(?: {4}| {0,3}\t)[ \t]*\S", re.MULTILINE)
_MARK: Final = regex(r"(?:[*+]|1[.)])[ \t](?=[\r\n]|\Z)")


def unclosed_fence(events: list[Event], text: str) -> list[Change]:
    """Return what makes text of a fence in the last line that no line break ends."""
    if len(events) < 3 or events[-2][:2] != (START, "CodeBlock") or "\n" in text[events[-2][3] :]:
        return []
    start = events[-2][3]
    before = events[-3]
    if before[:2] != (END, "Paragraph") or text.endswith("\n\n", 0, start):
        return []
    return [(start, "x" * (len(text) - start))]


def joined_by_tabs(events: list[Event], text: str) -> list[Change]:
    """Return what makes one paragraph of two with nothing but a line of tabs between them."""
    found: list[Change] = []
    last = -1
    for role, kind, _, start, end in events:
        if kind == "Paragraph" and role == END:
            last = end
        elif kind == "Paragraph" and role == START and last >= 0:
            gap = text[last:start]
            if "\t" in gap and gap.count("\n") == 1 and not gap.strip():
                found.append((last + gap.index("\t"), "\u00a0"))
        elif role:
            last = -1
    return found


def indented_rows(events: list[Event], text: str) -> list[Change]:
    """Return what makes code of a row indented by four, with which a table ends.

    Only of tables that stand in nothing: in an item the indentation is counted from its text.
    """
    found: list[Change] = []
    depth = 0
    for role, kind, _, start, end in events:
        depth += role
        if kind == "Table" and role == START and depth == 1:
            at = text.find("\n", text.find("\n", start) + 1) + 1
            row = _INDENTED.search(text, at, end) if at else None
            if row is not None and text[row.start() - 2] in "| ":
                found.append((row.start() - 2, "\n"))
    return found


def without_blank_ends(events: list[Event]) -> list[Event]:
    """Return *events* without last lines of paragraphs that hold a no-break space alone."""
    found: list[Event] = []
    for event in events:
        if (
            event[:2] == (END, "Paragraph")
            and len(found) > 1
            and found[-1][1] == "Text"
            and not found[-1][2].strip()
            and found[-2][1] in {"SoftBreak", "HardBreak"}
        ):
            del found[-2:]
        found.append(event)
    return found


def split_at_marks(events: list[Event], text: str) -> list[Event]:
    """Return *events* in which a mark of an item, alone in its line, begins a paragraph.

    Not where an element is open that would then begin in one paragraph and end in another.
    """
    if _MARK_ALONE.search(f"\n{text}") is None:
        return events
    found: list[Event] = []
    begin = -1  # where in found the paragraph begins that is open
    depth = 0  # of what is open in it
    for event in events:
        role, kind, _, start, end = event
        if kind == "Text" and begin >= 0 and not depth and _is_mark(found[-1], start, text):
            found[begin] = (*found[begin][:4], found[-1][4])
            found[-1] = (END, *found[begin][1:])
            begin = len(found)
            found.append((START, "Paragraph", None, start, end))
        elif kind == "Paragraph" and role == START:
            begin = len(found)
            depth = 0
        elif kind == "Paragraph":
            found[begin] = (*found[begin][:4], end)
            event = (END, *found[begin][1:])  # noqa: PLW2901 - as it now is
            begin = -1
        else:
            depth += role
        found.append(event)
    return found


def _is_mark(before: Event, start: int, text: str) -> bool:
    return before[1] == "SoftBreak" and _MARK.match(text, start) is not None
