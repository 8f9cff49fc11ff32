"""From blocks to events."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.events import END, LEAF, START, Event
from articlelint.markdown.kramdown.attributes import as_html, resolved
from articlelint.markdown.kramdown.marks import MARKS
from articlelint.markdown.kramdown.model import Block
from articlelint.markdown.kramdown.spans import Spans
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.kramdown.scope import Text

_INDENTATION: Final = regex(r"\t| {4}")
_LAZY_LINE: Final = regex(r" {0,3}\S", re.ASCII)
_CONTAINERS: Final = {
    "quote": "BlockQuote",
    "item": "Item",
    "definitions": "DefinitionList",
    "definition": "DefinitionListDefinition",
}
_REPLACED: Final = frozenset({"toc", "footnotes"})


class Emitter:
    """Makes the events of a text's blocks."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._inline = Spans(text, MARKS)
        self.events: list[Event] = []

    def blocks(self, blocks: list[Block]) -> None:
        """Add the events of *blocks*."""
        for block in blocks:
            kind = block.kind
            if kind == "paragraph":
                self._paragraph(block)
            elif kind in _CONTAINERS:
                self._container(block, _CONTAINERS[kind])
            elif kind not in {"blank", "comment"}:
                getattr(self, f"_{kind}")(block)

    def _put(self, role: int, kind: str, data: Any, block: Block) -> None:
        if block.place is None:
            source = block.source
            block.place = source.at(block.start), source.end(block.end)
        self.events.append((role, kind, data, *block.place))

    def _start(self, kind: str, data: Any, block: Block) -> None:
        self._put(START, kind, data, block)
        if block.attributes is not None:
            given = as_html(resolved(block.attributes, self._text.attribute_lists))
            if given:
                self._put(LEAF, "Attributes", given, block)

    def _container(self, block: Block, kind: str) -> None:
        self._start(kind, None, block)
        self.blocks(block.children)
        self._put(END, kind, None, block)

    def _paragraph(self, block: Block) -> None:
        if not block.tight:
            self._start("Paragraph", None, block)
        if block.data is not None:
            checked, start, end = block.data
            source = block.source
            self.events.append((LEAF, "TaskListMarker", checked, source.at(start), source.end(end)))
        self._spans(block)
        if not block.tight:
            self._put(END, "Paragraph", None, block)

    def _spans(self, block: Block) -> None:
        source = block.source
        begin, finish = block.begin, block.finish
        if source.is_whole:
            finish = min(finish, len(source.whole))  # without the line feed that is added
        if begin >= finish:
            return
        slips = self._text.slips
        first = len(slips)
        events = self._inline.run(source.text[begin:finish], begin)
        if source.is_whole:
            self.events += events
            return
        at, end = source.at, source.end
        slips[first:] = [each.moved(at, end) for each in slips[first:]]
        self.events += [
            (role, kind, data, at(start), end(finish) if finish > start else at(start))
            for role, kind, data, start, finish in events
        ]

    def _heading(self, block: Block) -> None:
        level, own = block.data
        given: dict[str, str] = {}
        if block.attributes is not None:
            given = resolved(block.attributes, self._text.attribute_lists)
        data = {
            "level": f"H{level}",
            "id": given.pop("id", own),
            "classes": tuple(given.pop("class", "").split()),
            "attrs": tuple(given.items()),
        }
        self._put(START, "Heading", data, block)
        self._spans(block)
        self._put(END, "Heading", f"H{level}", block)

    def _rule(self, block: Block) -> None:
        self._put(LEAF, "Rule", None, block)

    def _end(self, block: Block) -> None:
        """Show nothing: the block only ends others."""

    def _math(self, block: Block) -> None:
        content = block.source.text[block.begin : block.finish].strip()
        self._put(LEAF, "DisplayMath", content, block)

    def _raw(self, block: Block) -> None:
        if block.data:
            self._put(START, "HtmlBlock", None, block)
            self._verbatim(block, block.begin, block.finish)
            self._put(END, "HtmlBlock", None, block)

    def _fence(self, block: Block) -> None:
        self._start("CodeBlock", {"Fenced": block.data}, block)
        self._lines(block, block.begin, block.finish)
        self._put(END, "CodeBlock", None, block)

    def _code(self, block: Block) -> None:
        """Add an indented block; a line that is not indented goes on with the one before."""
        source = block.source
        text = source.text
        self._start("CodeBlock", "Indented", block)
        at = block.start
        while at < block.end:
            finish = text.index("\n", at) + 1
            mark = _INDENTATION.match(text, at, finish)
            begin = mark.end() if mark else at
            line = text[begin:finish]
            if finish < block.end and _LAZY_LINE.match(text, finish):
                line = line[:-1] + " "
            self.events.append((LEAF, "Text", line, source.at(begin), source.end(finish)))
            at = finish
        self._put(END, "CodeBlock", None, block)

    def _lines(self, block: Block, start: int, end: int) -> None:
        """Add text as it is: at once where nothing encloses it, or else line by line."""
        source = block.source
        if start >= end:
            return
        if source.is_whole:
            place = (start, min(end, len(source.whole)))
            self.events.append((LEAF, "Text", source.text[start:end], *place))
            return
        while start < end:
            finish = source.text.find("\n", start, end) + 1 or end
            place = (source.at(start), source.end(finish))
            self.events.append((LEAF, "Text", source.text[start:finish], *place))
            start = finish

    def _list(self, block: Block) -> None:
        given = block.attributes
        if given is not None and not _REPLACED.isdisjoint(given.references):
            return
        self._start("List", block.data, block)
        self.blocks(block.children)
        self._put(END, "List", block.data is not None, block)

    def _term(self, block: Block) -> None:
        self._start("DefinitionListTitle", None, block)
        self._spans(block)
        self._put(END, "DefinitionListTitle", None, block)

    def _table(self, block: Block) -> None:
        self._start("Table", block.data, block)
        rows = [row for section in block.children for row in section.children]
        has_head = block.children[0].kind == "head"
        for index, row in enumerate(rows):
            kind = "TableRow" if index or not has_head else "TableHead"
            self._put(START, kind, None, row)
            for cell in row.children:
                self._put(START, "TableCell", None, cell)
                self._spans(cell)
                self._put(END, "TableCell", None, cell)
            self._put(END, kind, None, row)
        self._put(END, "Table", None, block)

    def _html(self, block: Block) -> None:
        """Add HTML, what of it is shown as text, and Markdown in it.

        That Markdown stands outside: the HTML before and behind it are blocks of their own.
        """
        for has_blocks, pieces in groupby(block.data, lambda piece: isinstance(piece, Block)):
            if has_blocks:
                for piece in pieces:
                    self._inside(piece)
            else:
                self._raw_html(block, list(pieces))

    def _raw_html(self, block: Block, pieces: list[str | tuple[bool, int, int]]) -> None:
        source = block.source
        stretches = [piece for piece in pieces if not isinstance(piece, str)]
        end = source.end(stretches[-1][2] if stretches else block.end)
        place = (source.at(stretches[0][1]) if stretches else end, end)
        self.events.append((START, "HtmlBlock", None, *place))
        for piece in pieces:
            if isinstance(piece, str):
                self.events.append((LEAF, "Markup", piece, end, end))
            elif piece[0]:
                self._verbatim(block, piece[1], piece[2])
            else:
                data = source.text[piece[1] : piece[2]]
                self.events.append((LEAF, "Text", data, source.at(piece[1]), source.end(piece[2])))
        self.events.append((END, "HtmlBlock", None, *place))

    def _inside(self, block: Block) -> None:
        """Add Markdown inside a block of HTML."""
        outside, self._inline.in_html = self._inline.in_html, True
        if block.kind == "spans":
            self._spans(block)
        else:
            self.blocks(block.children)
        self._inline.in_html = outside

    def _verbatim(self, block: Block, start: int, end: int) -> None:
        source = block.source
        text = source.text
        if source.is_whole:
            place = (start, min(end, len(source.whole)))
            self.events.append((LEAF, "Html", source.whole[start:end], *place))
            return
        while start < end:
            finish = text.find("\n", start, end) + 1 or end
            place = (source.at(start), source.end(finish))
            self.events.append((LEAF, "Html", text[start:finish], *place))
            start = finish

    def footnotes(self) -> None:
        """Add the footnotes."""
        for name, note in self._text.footnotes.items():
            self._put(START, "FootnoteDefinition", name, note)
            self.blocks(note.children)
            self._put(END, "FootnoteDefinition", name, note)
