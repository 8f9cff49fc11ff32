"""HTML that ends in the midst of an element, so that what four spaces indent is code.

In CommonMark a blank line ends a block of HTML (4.6); in kramdown ``markdown="1"`` does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import START
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.document import Markdown


class CutHtml(NamedTuple):
    """A place in the article where HTML becomes code, because a blank line ends it.

    *blank* is the span of the blank lines, empty if the parser reads Markdown inside HTML; *code*
    is what follows them. Since the tags in *code* are text on the page, others seem to have no
    counterpart: from *start*, where the outermost element around it begins, to *end*, where that
    ends. *left_open* is where elements begin that have none anyway.
    """

    blank: Span
    code: Span
    start: int
    end: int
    left_open: frozenset[int]

    def explains(self, place: int) -> bool:
        """Tell whether the counterpart of the tag at *place* is missing because it became code."""
        return self.start <= place <= self.end and place not in self.left_open


_TAG: Final = regex(
    r"<!--.{0,2000}?-->|<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*?(/?)>", re.DOTALL
)
_BEGINS_TAG: Final = regex(r"\s*</?[A-Za-z]")
_INDENTED_LINE: Final = regex(r"[ \t]")
_RAW: Final = regex(r"\s*<(?:script|pre|style|textarea|[!?])", re.IGNORECASE)
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"}
)
_OPTIONAL: Final = frozenset({"dd", "dt", "li", "option", "p", "td", "th", "tr"})
"""Elements that authors leave open, so that they do not show what is around."""
_WITH_CODE: Final = frozenset({"details"})
"""Elements into which authors put code by a blank line and four spaces."""


def cut_html(markdown: Markdown) -> tuple[CutHtml, ...]:
    """Return the places where what was meant to be HTML becomes code."""
    if not any(node.data == "Indented" for node in markdown.nodes("CodeBlock")):
        return ()
    if not markdown.nodes("HtmlBlock"):
        return ()
    return tuple(_Reader(markdown).cuts())


class _Reader:
    """Follows the tags of a text as the author meant them, those in code included."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown
        self._open: list[tuple[str, int]] = []
        self._containers = 0
        self._waiting: list[tuple[Span, Span]] = []
        self._start = 0

    def cuts(self) -> Iterator[CutHtml]:
        """Yield the cuts, an element's when it is closed."""
        text, offset = self._markdown.text, self._markdown.offset
        html: tuple[int, int] | None = None
        for role, kind, data, start, end in self._markdown.events:
            if role != START:
                continue
            if kind == "HtmlBlock":
                html = (start, end)
                if not _RAW.match(text, start, end):
                    yield from self._read(start, end)
                continue
            if kind == "CodeBlock" and data == "Indented" and html is not None:
                blank = self._blank(html, start, end)
                if blank is not None:
                    self._waiting.append((blank.shift(offset), Span(start, end).shift(offset)))
                    yield from self._read(start, end)
            html = None
        yield from self._closed(len(text))

    def _blank(self, html: tuple[int, int], start: int, end: int) -> Span | None:
        """Return the blank lines before code that was meant to be HTML; None before other code."""
        text = self._markdown.text
        if not self._containers or not _BEGINS_TAG.match(text, start, end):
            return None
        line = text.rfind("\n", 0, start) + 1
        last = line
        while last > html[0] and text[last - 1].isspace():
            last -= 1
        first = text.rfind("\n", 0, last) + 1
        name, place = self._open[-1]
        opens = place >= first and name not in _WITH_CODE
        if not (opens or _INDENTED_LINE.match(text, first)):
            return None
        end_of_last = text.find("\n", last, line)
        return None if end_of_last < 0 else Span(end_of_last + 1, line)

    def _read(self, start: int, end: int) -> Iterator[CutHtml]:
        """Read the tags of a stretch."""
        for match in _TAG.finditer(self._markdown.text, start, end):
            name = (match[2] or "").lower()
            if not name or name in _VOID or match[3]:
                continue
            if not match[1]:
                if not self._open:
                    self._start = match.start()
                self._open.append((name, match.start()))
                self._containers += name not in _OPTIONAL
                continue
            self._close(name)
            if not self._open:
                yield from self._closed(match.end())

    def _close(self, name: str) -> None:
        for index in range(len(self._open) - 1, max(-1, len(self._open) - _DEEPEST), -1):
            if self._open[index][0] == name:
                closed = self._open[index:]
                del self._open[index:]
                self._containers -= sum(each not in _OPTIONAL for each, _ in closed)
                return

    def _closed(self, end: int) -> Iterator[CutHtml]:
        """Yield the cuts of the element that has just ended."""
        offset = self._markdown.offset
        left_open = frozenset(place + offset for _, place in self._open)
        for blank, code in self._waiting:
            yield CutHtml(blank, code, self._start + offset, end + offset, left_open)
        self._waiting.clear()


_DEEPEST: Final = 200
