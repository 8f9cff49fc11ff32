"""``/// name | argument``: blocks of ``pymdownx.blocks`` that a line of as many slashes ends.

A block takes up blocks of text until its end is found, where it is being read and where the
parser goes on outside: it is *hungry* meanwhile. The rules are ``pymdownx/blocks/__init__.py``.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.python_markdown.blocks.headers import Header, Open
from articlelint.markdown.python_markdown.blocks.kinds import create
from articlelint.markdown.python_markdown.blocks.restoring import dedented, restored
from articlelint.markdown.python_markdown.element import Element
from articlelint.markdown.python_markdown.mapped import Mapped, joined
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.blocks.parser import BlockParser

_DEEPEST: Final = 60
"""How many blocks may stand in each other; what is deeper is text."""
_START: Final = regex(
    r"(?:^|\n)[ ]{0,3}(?P<slashes>/{3,})[ ]*(?P<name>[\w-]+)[ ]*"
    r"(?:\|[ ]*(?P<argument>.*?)[ ]*)?(?:\n|$)"
)
_END: Final = regex(r"(?m)(?:^|\n)[ ]{0,3}(?P<slashes>/{3,})[ ]*(?:\n|$)")
_OPTIONS: Final = regex(r"(?m)^(?:[ ]{4,}(?!\s).*?(?:\n|$))+")


def generic(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take ``/// name``, or what belongs to a block that has no end yet."""
    hungry = _hungry(parser, parent)
    if hungry is not None:
        entry = next(
            each for each in parser.open_blocks if each.is_hungry and each.parent is hungry
        )
        last = hungry.last
        if last is not None and last is not entry.element:  # put there by another processor
            hungry.children.pop()
            entry.target.children.append(last)
        entry.is_hungry = False
        _read(parser, blocks, hungry)
        return True
    block = blocks[-1]
    found = _START.search(block.text) if "///" in block.text else None
    if found is None or len(parser.open_blocks) > _DEEPEST:
        return False
    opened = _opened(parser, block, found)
    if opened is None:
        return False
    header, rest = opened
    blocks.pop()
    if found.start() > 0:
        parser.read(parent, [block.slice(0, found.start())])
    if rest.text:
        blocks.append(rest)
    _loosen(parent)
    entry = Open(header, len(found["slashes"]), parent)
    entry.element, entry.target = create(parser, parent, header)
    parser.open_blocks.append(entry)
    _read(parser, blocks, parent)
    return True


def _hungry(parser: BlockParser, parent: Element) -> Element | None:
    """Return what in *parent* the innermost open block waits in, if it does."""
    if not parser.open_blocks:
        return None
    entry: Open = parser.open_blocks[-1]
    place: Element | None = parent
    while place is not None:
        if entry.is_hungry and entry.parent is place:
            return place
        place = place.last
    return None


def _opened(
    parser: BlockParser, block: Mapped, found: re.Match[str]
) -> tuple[Header, Mapped] | None:
    """Return what the first lines of a block say, and the rest; None where they open none."""
    name = found["name"].lower()
    kind = next((each for each in parser.features.blocks if each.name == name), None)
    if kind is None:
        return None
    options, rest = _options(block.after(found.end()), len(found["slashes"]))
    title = None if found["argument"] is None else block.slice(*found.span("argument"))
    header = Header(kind, title, block.at(found.start("slashes")))
    return (header, rest) if options is not None and header.take(options) else None


def _options(block: Mapped, length: int) -> tuple[dict[Any, Any] | None, Mapped]:
    """Return the options that a block begins with, and what is behind them."""
    end = _end_in(block.text, length)
    inner, ending = (
        (block, []) if end is None else (block.slice(0, end.start()), [block.after(end.start())])
    )
    found = _OPTIONS.match(inner.text)
    if found is None:
        return {}, joined([inner, *ending], "\n")
    rest = joined([inner.after(found.end()), *ending], "\n")
    lines = textwrap.dedent(found[0])
    return (_loaded(lines) if lines.strip() else {}), rest


def _loaded(lines: str) -> dict[Any, Any] | None:
    import yaml

    try:
        found = yaml.load(lines, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, ValueError):
        return None
    return found if isinstance(found, dict) else {} if found is None else None


def _end_in(text: str, length: int) -> re.Match[str] | None:
    """Return the line that ends a block with so many slashes."""
    ends = _END.finditer(text) if "///" in text else ()
    return next((each for each in ends if len(each["slashes"]) == length), None)


def _loosen(parent: Element) -> None:
    """Make a paragraph of the text of an item, in which the block stands."""
    text = parent.text
    if parent.tag in {"li", "dd"} and text is not None and text.text:
        parent.add("p", text.starts[0], text.end(len(text.text))).text = text
        parent.text = None


def _read(parser: BlockParser, blocks: list[Mapped], parent: Element) -> None:
    """Read *blocks* into the innermost open block, and into those around it when that ends."""
    while blocks and parser.open_blocks:
        entry = parser.open_blocks[-1]
        block, behind = _outdented(blocks.pop(), parser.tab * _items_around(parser, parent))
        if behind is not None:
            blocks.append(behind)
        end = _end_in(block.text, entry.length)
        content: Mapped | None = block
        if end is not None:
            content = block.slice(0, end.start())
            if content.text.endswith("\n"):
                content = content.slice(0, len(content.text) - 1)
            content = content if end.start() else None
            if end.end() < len(block.text):
                blocks.append(block.after(end.end()))
        if content is not None:
            _add(parser, entry, content)
        if end is not None:
            _finish(parser, entry)
            closed = parser.open_blocks.pop()  # one that the content opened, if it did
            closed.element.end = max(closed.element.end, block.end(end.end("slashes")))
    if parser.open_blocks:
        parser.open_blocks[-1].is_hungry = True


def _items_around(parser: BlockParser, parent: Element) -> int:
    """Tell how many items there are between *parent* and the innermost open block, at its end."""
    if len(parser.open_blocks) < 2:
        return 0
    innermost = parser.open_blocks[-1].element
    found = 0
    at: Element | None = parent
    while at is not None and at is not innermost:
        found += at.tag in {"li", "dd"}
        at = at.last
    return found if at is not None else 0


def _outdented(block: Mapped, length: int) -> tuple[Mapped, Mapped | None]:
    """Return *block* without so much indentation, as far as it has that, and the rest."""
    if not length:
        return block, None
    ranges: list[tuple[int, int]] = []
    for start, line in block.lines():
        if line.startswith(" " * length):
            ranges.append((start + length, start + len(line)))
        elif not line.strip():
            ranges.append((start + len(line), start + len(line)))
        else:
            break
    if not ranges:
        return block, None
    behind = ranges[-1][1] + 1
    return block.pick(ranges), block.after(behind) if behind < len(block.text) else None


def _add(parser: BlockParser, entry: Open, content: Mapped) -> None:
    how = entry.header.content
    if how == "blocks":
        with parser.reading("blocks"):
            parser.chunk(entry.target, content)
        return
    text = restored(parser, content, everything=how != "text")
    inner = text.text.strip("\n")
    start = len(text.text) - len(text.text.lstrip("\n"))
    text = text.slice(start, start + len(inner))
    before = entry.target.text
    if before is not None and before.text:
        text = joined([before, text], "\n\n") if inner else before
    entry.target.text = text


def _finish(parser: BlockParser, entry: Open) -> None:
    """Do what is to be done when the end of a block is found."""
    element = entry.element
    if entry.header.content in {"raw", "html"} and element.text is not None:
        element.text = dedented(element.text, parser.tab)
    if entry.header.kind.kind != "define":
        return
    children: list[Element] = []
    for child in element.children:
        if child.tag in {"ul", "ol"}:
            for item in child.children:
                item.tag = "dd"
            children += child.children
        elif child.tag == "p":
            child.tag = "dt"
            children.append(child)
        elif child.tag in {"dt", "dd"}:
            children.append(child)
        else:
            term = Element("dt", child.start, child.end)
            term.children.append(child)
            children.append(term)
    element.children = children
