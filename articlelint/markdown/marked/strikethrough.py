"""marked's strikethrough: from the first tildes on to the next of equal number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, LEAF, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_MARK: Final = regex(r"(?<!~)~~?(?!~)")


def struck_through(events: list[Event], text: str) -> list[Event]:
    """Return *events* with what stands between tildes struck through.

    ``rules.ts``, ``del``: no white space within the first and the last mark. A pair within
    another construct, or around parts of one, is left alone.
    """
    found: list[Event] = []
    depth = 0
    in_code = False
    opened: dict[int, tuple[int, int, str]] = {}  # by depth: index in found, place, mark
    for event in events:
        role, kind, data, start, end = event
        if kind == "CodeBlock":
            in_code = role == START
        if kind != "Text" or in_code or "~" not in data or len(data) != end - start:
            depth += role
            if role:
                opened.pop(depth + (role == START), None)
                if role == END:
                    opened = {at: each for at, each in opened.items() if at <= depth}
            found.append(event)
            continue
        at = start
        for match in _MARK.finditer(data):
            place = start + match.start()
            after = place + len(match[0])
            mine = opened.get(depth)
            if mine is not None and mine[2] == match[0] and not text[place - 1].isspace():
                index, begin, mark = mine
                del opened[depth]
                span = (begin, after)
                found.insert(index, (START, "Strikethrough", None, *span))
                _add_text(found, text, at, place)
                _cut_mark(found, index + 1, len(mark))
                found.append((END, "Strikethrough", None, *span))
                at = after
            elif mine is None and text[after : after + 1].strip():
                _add_text(found, text, at, place)
                opened[depth] = (len(found), place, match[0])
                at = place
        _add_text(found, text, at, end)
    return found


def _add_text(found: list[Event], text: str, start: int, end: int) -> None:
    if end > start:
        found.append((LEAF, "Text", text[start:end], start, end))


def _cut_mark(found: list[Event], index: int, length: int) -> None:
    """Take the mark from the beginning of the text at *index*."""
    _, _, data, start, end = found[index]
    if len(data) == length:
        del found[index]
    else:
        found[index] = (LEAF, "Text", data[length:], start + length, end)
