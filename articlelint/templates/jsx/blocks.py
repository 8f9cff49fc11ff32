"""The stretches of MDX in which code and links stay: paragraphs, items, headings, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

PREFIX: Final = regex(r"[ \t]*+(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*+)*+")
"""What stands before the content of a line: indentation, and the marks of containers."""
_LINE: Final = regex(rf"({PREFIX.pattern})([^\r\n]?)[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_ITEM: Final = regex(r"[ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]")
_DELIMITER: Final = regex(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?|:?-+:?\|?")
HEADING: Final = regex(r"#{1,6}(?:[ \t]|$)", 8)  # MULTILINE


def blocks(text: str, gaps: Sequence[tuple[int, int]], after: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *text*, which is MDX, *after* a place and without *gaps*.

    These are code and modules, in order.
    """
    rows = _tables(text)
    begin, at = -1, after
    for gap, gap_end in [*gaps, (len(text), len(text))]:
        if gap_end <= at < len(text):
            continue
        for line in _LINE.finditer(text, at):
            start, end = line.span()
            empty, begins, single = _kind(line, rows)
            if begin >= 0 and (begins or gap < end):
                yield begin, start
                begin = -1
            if gap < end:
                at = max(end, gap_end)
                break
            if begin < 0 and not empty:
                begin = start
            if single:
                yield begin, end
                begin = -1
            at = end
    if begin >= 0:
        yield begin, len(text)


def _kind(line: re.Match[str], rows: set[int]) -> tuple[bool, bool, bool]:
    """Tell whether a line is empty, whether it begins a stretch, and whether it is a whole one."""
    if not line[2]:
        return True, True, False
    text, (start, inner) = line.string, line.span(1)
    if start in rows or (line[2] == "#" and HEADING.match(text, inner)):
        return False, True, True
    return False, inner > start and _ITEM.match(text, start) is not None, False


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
