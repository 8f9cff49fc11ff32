"""The tree of a text as events, with places in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.events import END, START
from articlelint.markdown.python_markdown.attribute_lists import (
    Attributes,
    Part,
    take_after,
    take_from_block,
    written,
)
from articlelint.markdown.python_markdown.element import Custom, Element, Fence, Raw
from articlelint.markdown.python_markdown.inline.reader import Context, Reader, Run
from articlelint.markdown.python_markdown.mapped import Mapped, joined, replaced
from articlelint.markdown.python_markdown.md_in_html import Island
from articlelint.markdown.python_markdown.source_writer import SourceWriter
from articlelint.markdown.python_markdown.stash import MARK
from articlelint.markdown.python_markdown.tags import BLOCK_TAGS, is_block, overridden
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_TASK: Final = regex(r" *\[([xX ])\] +")
_HTML_BLOCK: Final = regex(r"</?([^ >]+)")
_KINDS: Final = {
    "p": "Paragraph",
    "li": "Item",
    "blockquote": "BlockQuote",
    "dl": "DefinitionList",
    "dt": "DefinitionListTitle",
    "dd": "DefinitionListDefinition",
    "ul": "List",
    "ol": "List",
}
"""Elements that pyromark has a word for."""


class Writer(SourceWriter):
    """One run over a tree."""

    def __init__(self, context: Context, source: str, stash: Sequence[object]) -> None:
        super().__init__(context, source)
        self._stash = stash

    # Blocks

    def document(self, root: Element, footnotes: Sequence[tuple[str, Element]]) -> None:
        """Write a whole text, footnotes between the blocks where they are defined."""
        pending = list(footnotes)[::-1]
        for element in root.children:
            while pending and pending[-1][1].start <= element.start:
                self._footnote(*pending.pop())
            self.element(element)
        while pending:
            self._footnote(*pending.pop())

    def _footnote(self, label: str, note: Element) -> None:
        self.events.append((START, "FootnoteDefinition", label, note.start, note.end))
        self.children(note)
        self.events.append((END, "FootnoteDefinition", None, note.start, note.end))

    def children(self, element: Element) -> None:
        """Write what is in *element*."""
        self._parts(self._parts_of(element))

    def element(self, element: Element) -> None:
        """Write *element* with all in it."""
        tag = element.tag
        if isinstance(element.data, Island):
            self._island(element, element.data)
        elif isinstance(element.data, Custom):
            if element.data.content in {"raw", "html"}:
                self._as_it_stands(element, html=element.data.content == "html")
            else:
                self._container(element)
        elif tag == "pre":
            self.code(element)
        elif tag == "math":
            self.leaf("DisplayMath", element.data.text, element.start, element.end)
        elif tag == "hr":
            self.leaf("Rule", None, element.start, element.end)
        elif tag == "table":
            self._table(element)
        elif tag == "input":
            self.leaf("Markup", f"<input{written(element.attributes)}>", element.start, element.end)
        elif tag != "p" or not self._is_taken(element):
            self._container(element)

    def _container(self, element: Element) -> None:
        tag = element.tag
        task = self._task(element) if tag == "li" and self.features.task_lists else None
        text = element.text
        is_plain = not element.children and text is not None and self.is_plain(text)
        parts = [] if is_plain else self._parts_of(element)
        if self.context.attribute_lists and parts and tag in BLOCK_TAGS:
            take_from_block(element, parts)
        if tag == "p" and not element.attributes and self._is_bare_html(parts):
            self._parts(parts)
            return
        kind = _KINDS.get(tag, "Element")
        data: Any = tag if kind == "Element" else None
        end_data: Any = data
        attributes = element.attributes
        if tag[0] == "h" and len(tag) == 2:
            kind, data, end_data = "Heading", _heading(tag, attributes), tag.upper()
            attributes = {}
        elif tag == "ol":
            data, end_data = element.data if isinstance(element.data, int) else 1, True
        elif tag == "ul":
            end_data = False
        self.events.append((START, kind, data, element.start, element.end))
        if attributes:
            self._attributes(attributes, element.start)
        if task is not None:
            self.leaf("TaskListMarker", *task)
        if isinstance(element.data, str):
            self.leaf("Text", element.data, element.start, element.end)
        if is_plain and text is not None:
            self.write_plain(text)
        else:
            self._parts(parts)
        self.events.append((END, kind, end_data, element.start, element.end))

    def _is_taken(self, paragraph: Element) -> bool:
        """Write a paragraph that is nothing but a block that was taken out; tell whether it is."""
        text = paragraph.text
        if text is None or text.text[:1] != "\x02" or paragraph.children or paragraph.attributes:
            return False
        mark = MARK.fullmatch(text.text)
        if mark is None or not self._is_block(int(mark[1])):
            return False
        self.taken(int(mark[1]))
        return True

    def _is_block(self, number: int) -> bool:
        taken = self._stash[number]
        return not isinstance(taken, Raw) or _is_block_html(taken.content.text)

    def _as_it_stands(self, element: Element, *, html: bool) -> None:
        """Write an element whose content is no Markdown."""
        tag, text = element.tag, element.text
        self.events.append((START, "Element", tag, element.start, element.end))
        if element.attributes:
            self._attributes(element.attributes, element.start)
        if text is not None and html:
            self.html(text)
        elif text is not None:
            self.lines(text, element.end)
        self.events.append((END, "Element", tag, element.start, element.end))

    def _task(self, item: Element) -> tuple[bool, int, int] | None:
        """Take the box that an item begins with."""
        holder: Element | None = item
        if not item.has_text():
            holder = item.children[0] if item.children and item.children[0].tag == "p" else None
        if holder is None or holder.text is None:
            return None
        found = _TASK.match(holder.text.text)
        if found is None:
            return None
        text = holder.text
        holder.text = text.after(found.end())
        return found[1] != " ", text.at(found.start(1) - 1), text.end(found.end(1) + 1)

    def _parts_of(self, element: Element) -> list[Part]:
        """Return the text and the elements in *element* in their order, the text read."""
        parts: list[Part] = []
        if element.text is not None and element.text.text:
            parts += self._read(element.text)
        for child in element.children:
            parts.append(child)
            if child.tail is not None and child.tail.text:
                parts += self._read(child.tail)
        return parts

    def _read(self, text: Mapped) -> list[Part]:
        parts: list[Part] = []
        parts += Reader(self.context, text).read()
        return parts

    def _parts(self, parts: list[Part]) -> None:
        if self.context.attribute_lists and len(parts) > 1:
            take_after(parts)
        for part in parts:
            if isinstance(part, Element):
                self.element(part)
            else:
                self.write_text(part)

    def _is_bare_html(self, parts: Sequence[Part]) -> bool:
        """Tell whether a paragraph is nothing but a block of HTML, so that it is none."""
        if len(parts) != 1 or not isinstance(parts[0], Run):
            return False
        text = parts[0].text
        mark = MARK.fullmatch(text)
        if mark is not None:
            return self._is_block(int(mark[1]))
        node = parts[0].reader.found.get(parts[0].start)
        if node is None or node.end - node.start != len(text):
            return False
        return node.kind == "InlineHtml" and _is_block_html(node.data)

    def _table(self, table: Element) -> None:
        head, body = table.children
        start, end = table.start, table.end
        self.events.append((START, "Table", tuple(table.data), start, end))
        for row, kind in [
            (head.children[0], "TableHead"),
            *((row, "TableRow") for row in body.children),
        ]:
            self.events.append((START, kind, None, row.start, row.end))
            for cell in row.children:
                parts = self._parts_of(cell)
                if self.context.attribute_lists:
                    take_from_block(cell, parts)
                self.events.append((START, "TableCell", None, cell.start, cell.end))
                if cell.attributes:
                    self._attributes(cell.attributes, cell.start)
                self._parts(parts)
                self.events.append((END, "TableCell", None, cell.start, cell.end))
            self.events.append((END, kind, None, row.start, row.end))
        self.events.append((END, "Table", None, start, end))

    def _island(self, element: Element, island: Island) -> None:
        edits = overridden(island.start.text)
        start = replaced(island.start, edits) if edits else island.start
        if island.state == "off":
            parts = [start, island.content, *([island.end] if island.end else [])]
            self.raw(joined(parts))
        else:
            self.html(start)
            self.children(element)
            if island.end is not None:
                self.html(island.end)
        if island.end is None:
            self.leaf("Markup", f"</{island.tag}>", element.end, element.end)

    def taken(self, number: int) -> None:
        """Write what was taken out of the text under that number."""
        if number >= len(self._stash):
            return
        taken = self._stash[number]
        if isinstance(taken, Raw):
            self.raw(taken.content)
        elif isinstance(taken, Fence):
            self.fence(taken)
        elif isinstance(taken, Island):
            place = taken.start.starts[0]
            end = taken.end.end(len(taken.end.text)) if taken.end else place
            element = Element(taken.tag, place, end, taken._replace(state="off"))
            self._island(element, taken._replace(state="off"))

    def _attributes(self, attributes: Attributes, at: int) -> None:
        self.leaf("Attributes", written(attributes), at, at)


def _heading(tag: str, attributes: Attributes) -> dict[str, Any]:
    """Return the data of a heading."""
    rest = dict(attributes)
    anchor = rest.pop("id", None)
    classes = (rest.pop("class", None) or "").split()
    return {"level": tag.upper(), "id": anchor, "classes": classes, "attrs": list(rest.items())}


def _is_block_html(html: str) -> bool:
    """Tell whether HTML begins with a block, by ``RawHtmlPostprocessor.isblocklevel``."""
    found = _HTML_BLOCK.match(html)
    return found is not None and (found[1][0] in "!?@%" or is_block(found[1]))
