"""Lists of items, and the blocks that are indented to belong to an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.element import Element
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.mapped import Mapped

_NUMBERED: Final = regex(r"[ ]{0,3}\d+\.[ ]+")
_BULLET: Final = regex(r"[ ]{0,3}[*+-][ ]+")
_ANY: Final = regex(r"[ ]{0,3}(?:\d+\.|[*+-])[ ]+")
_NESTED: Final = regex(r"[ ]{4,7}(?:\d+\.|[*+-])[ ]+")
_INDENT: Final = regex(r"(?:[ ]{4})*")
_NUMBER: Final = regex(r"\d+")


def numbered_list(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a list whose first item has a number."""
    return _list(parser, parent, blocks, "ol", _NUMBERED)


def bullet_list(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a list whose first item has a bullet."""
    return _list(parser, parent, blocks, "ul", _BULLET)


def _list(
    parser: BlockParser, parent: Element, blocks: list[Mapped], tag: str, first: re.Pattern[str]
) -> bool:
    block = blocks[-1]
    if first.match(block.text) is None:
        return False
    blocks.pop()
    sane = parser.features.sane_lists
    items = _items(block, first if sane else _ANY)
    sibling = parent.last
    if sibling is not None and sibling.tag in ((tag,) if sane else ("ol", "ul")):
        found = sibling
        _loosen(found)
        start, text = items.pop(0)
        item = found.add("li", start, text.end(len(text.text)))
        with parser.reading("looselist"):
            parser.read(item, [text])
    elif parent.tag in {"ol", "ul"}:
        found = parent
    else:
        found = parent.add(tag, items[0][0], items[0][0])
        if sane and tag == "ol":
            number = _NUMBER.search(block.text)
            found.data = int(number[0][:9]) if number else 1
    with parser.reading("list"):
        for start, text in items:
            if text.text.startswith(parser.indent) and found.children:
                parser.read(found.children[-1], [text])
                continue
            item = found.add("li", start, text.end(len(text.text)))
            if parser.is_plain(text.text):
                item.text = text.without_leading()
            else:
                parser.read(item, [text])
    return True


def _items(block: Mapped, beginning: re.Pattern[str]) -> list[tuple[int, Mapped]]:
    """Return where each item begins, and its text; nested items are one more, indented."""
    text = block.text
    if "\n" not in text:
        match = beginning.match(text)
        marker = len(text) - len(text.lstrip(" "))
        return [(block.at(marker), block.after(match.end() if match else 0))]
    found: list[tuple[int, list[tuple[int, int]]]] = []
    is_nested = False
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        match = beginning.match(line)
        if match is not None:
            marker = start + len(line) - len(line.lstrip(" "))
            found.append((marker, [(start + match.end(), end)]))
            is_nested = False
        elif found and not is_nested and _NESTED.match(line) is not None:
            found.append((start, [(start, end)]))
            is_nested = True
        elif found:
            found[-1][1].append((start, end))
        start = end + 1
    return [(block.at(start), block.pick(ranges)) for start, ranges in found]


def _loosen(found: Element) -> None:
    """Make a paragraph of what the last item holds beside its blocks."""
    item = found.children[-1]
    if item.text is not None and item.text.text:
        paragraph_of_text(item)
    last = item.last
    if last is not None and last.tail is not None and last.tail.text:
        text = last.tail.without_leading()
        child = item.add("p", text.starts[0], text.end(len(text.text)))
        child.text = text
        last.tail = None


def paragraph_of_text(item: Element) -> None:
    """Put the text that *item* begins with into a paragraph."""
    text = item.text
    if text is not None and text.text:
        child = Element("p", text.starts[0], text.end(len(text.text)))
        child.text = text
        item.text = None
        item.children.insert(0, child)


_LISTS: Final = ("ul", "ol")
_ITEMS: Final = ("li",)
_ALL_LISTS: Final = ("dl", "ol", "ul")
_ALL_ITEMS: Final = ("dd", "li")


def indented(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a block that belongs to an item of a list."""
    return _indented(parser, parent, blocks, _ITEMS, _LISTS)


def indented_in_any(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a block that belongs to an item of a list, or to a definition."""
    return _indented(parser, parent, blocks, _ALL_ITEMS, _ALL_LISTS)


def _indented(
    parser: BlockParser,
    parent: Element,
    blocks: list[Mapped],
    items: tuple[str, ...],
    lists: tuple[str, ...],
) -> bool:
    block = blocks[-1]
    if not block.text.startswith(parser.indent) or parser.is_in("detabbed"):
        return False
    last = parent.last
    if parent.tag not in items and (last is None or last.tag not in lists):
        return False
    blocks.pop()
    level, sibling = _level(parser, parent, block, items, lists)
    block = without_indent(block, parser.tab * level)
    with parser.reading("detabbed"):
        if parent.tag in items:
            parser.read(last if last is not None and last.tag in lists else parent, [block])
        elif sibling.tag in items:
            parser.read(sibling, [block])
        elif sibling.children and sibling.children[-1].tag in items:
            item = sibling.children[-1]
            paragraph_of_text(item)
            parser.chunk(item, block)
        else:
            tag = "li" if items is _ITEMS else "dd"
            parser.read(sibling.add(tag, block.starts[0], block.starts[0]), [block])
    return True


def _level(
    parser: BlockParser,
    parent: Element,
    block: Mapped,
    items: tuple[str, ...],
    lists: tuple[str, ...],
) -> tuple[int, Element]:
    """Return how deep the block belongs, and to what."""
    match = _INDENT.match(block.text)
    indent = len(match[0]) // parser.tab if match else 0
    level = 1 if parser.is_in("list") else 0
    while indent > level:
        child = parent.last
        if child is None or (child.tag not in lists and child.tag not in items):
            break
        if child.tag in lists:
            level += 1
        parent = child
    return level, parent


def without_indent(block: Mapped, size: int) -> Mapped:
    """Return *block* without *size* blanks before those of its lines that have them."""
    if not size:
        return block
    indent = " " * size
    return block.pick(
        [
            (start + size if line.startswith(indent) else start, start + len(line))
            for start, line in block.lines()
        ]
    )


def outdented(block: Mapped, size: int) -> tuple[Mapped, Mapped | None]:
    """Return the lines that are indented, without their indentation, and the rest of them.

    Lines of blanks are indented. None where there is no rest.
    """
    indent = " " * size
    if _is_whole(block, indent):
        return block.without_margin(size), None
    ranges = []
    for start, line in block.lines():
        end = start + len(line)
        if line.startswith(indent):
            ranges.append((start + size, end))
        elif not line.strip():
            ranges.append((end, end))
        else:
            rest = block.after(start)
            return (block.pick(ranges) if ranges else block.slice(0, 0)), rest
    return block.pick(ranges), None


def _is_whole(block: Mapped, indent: str) -> bool:
    """Tell whether every line is indented; most blocks are code, or wholly of an item."""
    text = block.text
    return text.startswith(indent) and text.count("\n") == text.count(f"\n{indent}")
