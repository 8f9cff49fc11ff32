"""Lists of descriptions, as hexo-renderer-marked makes them: ``lib/renderer.js``, ``paragraph``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import END, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_LINE: Final = regex(r"\n[ \t>]*+:\s")
"""What begins with a character is found fast."""
_MEANING: Final = regex(r":\s")


def described(events: list[Event], text: str) -> list[Event]:
    """Return *events* in which a paragraph with a break before a ``: `` is a description.

    Both the title and the meaning have two letters at least.
    """
    if _LINE.search(f"\n{text}") is None:
        return events
    found: list[Event] = []
    paragraph = mark = -1
    for event in events:
        role, kind, data, start, end = event
        if kind == "Paragraph" and role == START:
            paragraph, mark = len(found), -1
        elif kind == "Text" and found and found[-1][1] == "HardBreak" and _MEANING.match(data):
            mark = len(found)
        elif (
            kind == "Paragraph"
            and role == END
            and mark > paragraph >= 0
            and _is_some(found[paragraph + 1 : mark - 1])
            and _is_some([_without_colon(found[mark]), *found[mark + 1 :]])
        ):
            found[mark - 1 :] = [
                (END, "DefinitionListTitle", None, start, found[mark - 1][3]),
                (START, "DefinitionListDefinition", None, found[mark][3], end),
                _without_colon(found[mark]),
                *found[mark + 1 :],
                (END, "DefinitionListDefinition", None, found[mark][3], end),
                (END, "DefinitionList", None, start, end),
            ]
            found[paragraph : paragraph + 1] = [
                (START, "DefinitionList", None, start, end),
                (START, "DefinitionListTitle", None, start, found[mark - 1][4]),
            ]
            continue
        found.append(event)
    return found


def _is_some(events: list[Event]) -> bool:
    """Tell whether *events* are more than one letter."""
    return len(events) > 1 or len(events[0][2]) > 1


def _without_colon(event: Event) -> Event:
    role, kind, data, _, end = event
    words = data[1:].lstrip()
    return role, kind, words, end - len(words), end
