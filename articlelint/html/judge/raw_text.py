"""Where text ends that is not markup: in ``style``, ``title``, ``script`` (13.2.5.9 to .31)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from articlelint.text.regex import regex

_SCRIPT_MARK: Final = regex(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


@lru_cache(maxsize=32)
def _end_tag(name: str) -> re.Pattern[str]:
    return regex(rf"</{re.escape(name)}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII)


def end_of_raw_text(text: str, place: int, name: str) -> int:
    """Return where the end tag of the element *name* stands; the text's end without one."""
    found = _end_tag(name).search(text, place) if name else None
    return len(text) if found is None else found.start()


def end_of_script(text: str, place: int, name: str) -> tuple[int, bool]:
    """Return where a script's end tag stands, past what its comments hide.

    The second says whether the text ended in such a comment. *name* is that of the last start
    tag, ``script`` on every page.
    """
    escaped = doubly = False
    while (found := _SCRIPT_MARK.search(text, place)) is not None:
        place = found.end()
        mark = found[0]
        if mark == "<!--":
            escaped = True
            place -= 2  # its dashes may end it too: <!-->
        elif mark == "-->":
            escaped = doubly = False
        elif not found[1]:
            doubly = escaped
        elif doubly:
            doubly = False
        elif name == "script":
            return found.start(), False
    return len(text), escaped
