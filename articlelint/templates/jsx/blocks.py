"""The stretches of MDX in which code and links stay: paragraphs, items, headings, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE: Final = regex(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
PREFIX: Final = regex(r"[ \t]*+(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*+)*+")
"""What stands before the content of a line: indentation, and the marks of containers."""
_ITEM: Final = regex(r"[ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]")
_DELIMITER: Final = regex(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?|:?-+:?\|?")
HEADING: Final = regex(r"#{1,6}(?:[ \t]|$)", 8)  # MULTILINE


def blocks(text: str, gaps: Sequence[tuple[int, int]], after: int = 0) -> list[tuple[int, int]]:
    """Return the stretches of *text*, which is MDX, *after* a place and without *gaps*.

    These are code and modules, in order.
    """
    found: list[tuple[int, int]] = []
    begin = -1
    for start, end, begins, goes_on in _lines(text, gaps, after):
        if begin >= 0 and begins:
            found.append((begin, start))
            begin = -1
        if begin < 0 and end > start:
            begin = start
        if begin >= 0 and not goes_on:
            found.append((begin, end))
            begin = -1
    if begin >= 0:
        found.append((begin, len(text)))
    return found


def _lines(
    text: str, gaps: Sequence[tuple[int, int]], at: int
) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield each line: whether it begins a stretch, and whether the next may go on with it.

    One without content is empty.
    """
    rows = _tables(text)
    gap = 0
    while at < len(text):
        while gap < len(gaps) and gaps[gap][1] <= at:
            gap += 1
        line = _LINE.match(text, at)
        end = line.end() if line else len(text)
        prefix = PREFIX.match(text, at)
        inner = prefix.end() if prefix else at
        if gap < len(gaps) and gaps[gap][0] < end:
            yield at, at, True, False
            at = max(end, gaps[gap][1])
            continue
        if inner >= len(text) or text[inner] in "\r\n":
            yield at, at, True, False
        else:
            single = HEADING.match(text, inner) is not None or at in rows
            yield at, end, single or _ITEM.match(text, at) is not None, not single
        at = end


def _tables(text: str) -> set[int]:
    """Return where the rows of tables begin."""
    rows: set[int] = set()
    if "|" not in text or "-|" not in text.replace(" ", "").replace(":", ""):
        return rows
    cells = header = at = 0
    inside = False
    while at < len(text):
        line = _LINE.match(text, at)
        end = line.end() if line else len(text)
        content = text[at:end].strip(" \t\r\n>")
        if not content:
            inside = False
        elif not inside and _DELIMITER.fullmatch(content) and cells == _count(content):
            inside = True
            rows.add(header)
        if inside:
            rows.add(at)
        cells, header, at = _count(content), at, end
    return rows


def _count(row: str) -> int:
    return row.strip("|").replace("\\|", "").count("|") + 1
