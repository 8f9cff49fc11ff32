"""Elements of the author's whose content is Markdown, and what ``md_in_html`` makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.python_markdown.blocks.parser import split
from articlelint.markdown.python_markdown.md_in_html import Island
from articlelint.markdown.python_markdown.stash import MARK
from articlelint.markdown.python_markdown.tags import attributes_of

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.element import Element
    from articlelint.markdown.python_markdown.mapped import Mapped


def islands(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the element that a block begins with."""
    block = blocks[-1]
    mark = MARK.match(block.text) if block.text.startswith("\x02") else None
    island = parser.stash[int(mark[1])] if mark is not None else None
    if mark is None or not isinstance(island, Island):
        return False
    blocks.pop()
    _read(parser, parent, island)
    rest = block.after(mark.end())
    if rest.text:
        blocks.append(rest)
    return True


def _read(parser: BlockParser, parent: Element, island: Island) -> Element:
    start = island.start
    last = island.end or island.content
    element = parent.add(island.tag, start.starts[0], last.end(len(last.text)), island)
    text = start.text
    if "class" in text:
        element.attributes["class"] = attributes_of(text, 0, len(text)).get("class")
    if island.state == "block":
        if island.content.text:
            parser.read(element, split(island.content.without_trailing("\n")))
    elif island.state == "span":
        _read_text(parser, element, island.content)
    return element


def _read_text(parser: BlockParser, element: Element, content: Mapped) -> None:
    """Read the elements in *content*; the text around them is text of *element*."""
    done = 0
    child: Element | None = None
    for mark in MARK.finditer(content.text):
        inner = parser.stash[int(mark[1])]
        if isinstance(inner, Island):
            _add(element, child, content.slice(done, mark.start()))
            child = _read(parser, element, inner)
            done = mark.end()
    _add(element, child, content.after(done))


def _add(element: Element, child: Element | None, text: Mapped) -> None:
    if child is None:
        element.text = text
    else:
        child.tail = text
