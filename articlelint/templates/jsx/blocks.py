"""The stretches of MDX in which code and links stay: paragraphs, items, headings, rows."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final, cast

from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

PREFIX: Final = regex(r"[ \t]*+(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*+)*+")
"""What stands before the content of a line: indentation, and the marks of containers."""
_LINE: Final = regex(rf"({PREFIX.pattern})([^\r\n]?)[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_ITEM: Final = regex(r"[ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]")
_DELIMITER: Final = regex(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?|:?-+:?\|?")
HEADING: Final = regex(r"#{1,6}(?:[ \t]|$)", 8)  # MULTILINE


def blocks(text: str, gaps: Sequence[tuple[int, int]], after: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *text*, which is MDX, in which JSX may stand: with ``<`` or ``{``.

    They lie *after* a place and without *gaps*, which are code and modules, in order.
    """
    for start, end in _stretches(text, gaps, after):
        if _next_mark(text, start, end) < end:
            yield start, end


def _stretches(text: str, gaps: Sequence[tuple[int, int]], after: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that JSX may stand in, and some others between them."""
    rows = cache(partial(_tables, text))
    marked = _Marked(text)
    begin, at = -1, after
    for gap, gap_end in [*gaps, (len(text), len(text))]:
        if gap_end <= at < len(text):
            continue
        while True:
            if begin < 0:
                at = marked.paragraph(at, gap)
            line = cast("re.Match[str]", _LINE.match(text, at))
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
            if start == end:  # of the text
                return


class _Marked:
    """Finds the paragraphs of a text in which JSX may stand, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mark = self._seen = -1

    def paragraph(self, at: int, end: int) -> int:
        """Return where a paragraph from *at* on begins, none before which has a mark.

        It is *at* where a mark stands in the text before the next blank line, or where that has
        been told already; none begins behind *end*.
        """
        if self._mark < at:
            self._mark = _next_mark(self._text, at)
        ahead = min(self._mark, end)
        if ahead <= self._seen:
            return at
        self._seen = ahead
        blank = self._text.rfind("\n\n", at, ahead)
        return blank + 2 if blank >= 0 else at


def _next_mark(text: str, start: int, end: int | None = None) -> int:
    """Return where the first ``<`` or ``{`` stands; *end* where there is none."""
    end = len(text) if end is None else end
    less = text.find("<", start, end)
    end = end if less < 0 else less
    brace = text.find("{", start, end)
    return end if brace < 0 else brace


def _kind(line: re.Match[str], rows: Callable[[], set[int]]) -> tuple[bool, bool, bool]:
    """Tell whether a line is empty, whether it begins a stretch, and whether it is a whole one."""
    if not line[2]:
        return True, True, False
    text, (start, inner) = line.string, line.span(1)
    if start in rows() or (line[2] == "#" and HEADING.match(text, inner)):
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
