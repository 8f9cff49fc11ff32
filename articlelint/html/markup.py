"""What can be read off a tag's own text: where an attribute's value stands."""

from __future__ import annotations

import re
from typing import Final

SPACE: Final = "\t\n\f\r "
"""The white space of HTML; a carriage return is read as a line feed."""

_ATTRIBUTE: Final = re.compile(
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
