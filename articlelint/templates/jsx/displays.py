"""Mathematics on lines of its own, in which MDX reads no JSX.

micromark-extension-math, ``lib/math-flow.js``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK: Final = regex(
    r"^[ \t>]{0,100}+(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<mark>\${2,})(?P<rest>[^$\r\n]*)$",
    re.MULTILINE,
)


def displays(text: str, code: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where such mathematics stands that is closed, outside of fenced *code*, in order."""
    found: list[tuple[int, int]] = []
    if text.count("$$") < 2:
        return found
    starts = [start for start, _ in code]
    opening: re.Match[str] | None = None
    for match in _MARK.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < code[index][1]:
            continue
        if opening is None:
            opening = match
        elif not match["rest"].strip() and len(match["mark"]) >= len(opening["mark"]):
            found.append((opening.start("mark"), match.end()))
            opening = None
    return found
