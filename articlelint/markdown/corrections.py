"""What parsers of the CommonMark family make otherwise than pulldown-cmark, as other events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.events import END, LEAF, START

if TYPE_CHECKING:
    from articlelint.markdown.events import Event


def broken_lines(events: list[Event]) -> list[Event]:
    """Return *events* with a break for every line ending in a paragraph."""
    return [
        event if event[1] != "SoftBreak" else (event[0], "HardBreak", *event[2:])
        for event in events
    ]


def double_tildes(events: list[Event], text: str) -> list[Event]:
    """Return *events* without the strikethrough that single tildes would make."""
    if not any(kind == "Strikethrough" for _, kind, _, _, _ in events):
        return events
    found: list[Event] = []
    for event in events:
        role, kind, _, start, end = event
        if kind != "Strikethrough" or text.startswith("~~", start):
            found.append(event)
        elif role == START:
            found.append((LEAF, "Text", "~", start, start + 1))
        else:
            found.append((LEAF, "Text", "~", end - 1, end))
    return found


def bare_definitions(events: list[Event], text: str) -> list[Event]:
    """Return *events* in which a definition begins without a paragraph if no blank line is before.

    All its other paragraphs are some.
    """
    if not any(kind == "DefinitionListDefinition" for _, kind, _, _, _ in events):
        return events
    found: list[Event] = []
    bare: list[Event] = []  # the paragraphs that are none
    for index, event in enumerate(events):
        role, kind, _, start, end = event
        if role == START and kind == "DefinitionListDefinition":
            first = events[index + 1]
            if first[1] == "Paragraph" and not _follows_blank_line(text, start):
                bare.append(first)
        elif kind == "Paragraph" and bare and bare[-1][3:] == (start, end):
            if role == END:
                bare.pop()
                found.append((LEAF, "Markup", "\n", end, end))
            continue
        found.append(event)
    return found


def _follows_blank_line(text: str, at: int) -> bool:
    lines = text[max(0, at - 1_000) : at].splitlines()
    return len(lines) > 1 and not lines[-1 if text[at - 1] in "\r\n" else -2].strip(" \t>")
