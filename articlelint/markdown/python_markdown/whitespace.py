"""White space as Python-Markdown makes it before anything else: ``NormalizeWhitespace``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.mapped import Mapped, replaced
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNUSUAL: Final = ("\t", "\r", "\x02", "\x03")
_BLANK_LINE: Final = regex(r"(?<=\n) +(?=\n|\Z)")
_PART: Final = regex(r"\r\n?|\n|\t|[\x02\x03]|\Z")


def normalised(source: str, tab: int) -> Mapped:
    """Return *source* with tabs as blanks, empty lines that are empty, and two more at its end."""
    if any(sign in source for sign in _UNUSUAL):
        text = replaced(Mapped.of(source), _edits(source, tab))
    elif " \n" in source:
        edits = ((match.start(), match.end(), "") for match in _BLANK_LINE.finditer(source))
        text = replaced(Mapped.of(source), edits)
    else:
        return Mapped.of(source + "\n\n")
    return Mapped(text.text + "\n\n", text.cuts, text.starts)


def _edits(source: str, tab: int) -> Iterator[tuple[int, int, str]]:
    line = 0
    shift = 0
    pending: list[tuple[int, int, str]] = []
    for match in _PART.finditer(source):
        start, end = match.span()
        found = match[0]
        if found == "\t":
            column = start - line + shift
            width = tab - column % tab
            pending.append((start, end, " " * width))
            shift += width - 1
            continue
        if found in {"\x02", "\x03"} and found:
            pending.append((start, end, ""))
            shift -= 1
            continue
        if line and start > line and not source[line:start].strip(" \t"):
            yield line, start, ""
        else:
            yield from pending
        pending.clear()
        if found and found != "\n":
            yield start, end, "\n"
        line = end
        shift = 0
