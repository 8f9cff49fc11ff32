"""What can be read off a tag's own text: where an attribute's value stands."""

from __future__ import annotations

import re
from typing import Final

from articlelint.text.regex import regex

SPACE: Final = "\t\n\f\r "
"""The white space of HTML; a carriage return is read as a line feed."""

_ATTRIBUTE: Final = regex(
    r"""=?[^\t\n\f\r />=]*+       # a name may begin with an equals sign
        (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"?|'([^']*+)'?|([^\t\n\f\r >]*+)))?""",
    re.VERBOSE,
)


def value_offsets(html: str, start: int, end: int) -> tuple[int, int]:
    """Return where the value of the attribute ``html[start:end]`` stands, without its quotes.

    Without a value it is the empty stretch at the attribute's end.
    """
    match = _ATTRIBUTE.match(html, start, end)
    if match is None or match.lastindex is None:
        return end, end
    return match.span(match.lastindex)


_NEXT_ATTRIBUTE: Final = regex(r"[\t\n\f\r \"'][A-Za-z_:][\w:.-]*[\t\n\f\r ]*=")
_BEYOND: Final = regex("[<>]")


def misquoted_end(text: str, start: int, end: int, limit: int) -> int | None:
    """Return where a value that contains its own quote was meant to end: ``alt="A "b" c"``.

    ``text[start:end]`` is the value as a parser reads it, a quote stands at *end*, and the tag
    reaches to *limit* at most. None if nothing says that the quotes were meant so.
    """
    quote, follows = text[end], text[end + 1 : end + 2]
    if not follows.isalnum() or _NEXT_ATTRIBUTE.match(text, end, limit):
        return None
    beyond = _BEYOND.search(text, end, limit)
    stop = beyond.start() if beyond else limit
    following = _NEXT_ATTRIBUTE.search(text, end, stop)
    last = text.rfind(quote, end + 1, following.start() + 1 if following else stop)
    return last if last > start else None
