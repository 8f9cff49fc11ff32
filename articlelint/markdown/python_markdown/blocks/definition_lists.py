"""Definition lists: terms, and what they mean after a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks.lists import outdented
from articlelint.markdown.python_markdown.mapped import Mapped, joined
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.element import Element

_FIRST: Final = regex(r"[ ]{0,3}:[ ]{1,3}(.*?)(?:\n|$)")
_LATER: Final = regex(r"\n[ ]{0,3}:[ ]{1,3}(.*?)(?:\n|$)")
_NOT_INDENTED: Final = regex(r"[ ]{0,3}[^ :]")


def definition_list(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the first definition of a block, with its terms before it."""
    block = blocks[-1]
    if ":" not in block.text:
        return False
    found = _FIRST.match(block.text) or _LATER.search(block.text)
    if found is None:
        return False
    terms = _terms(block.slice(0, found.start()))
    sibling = parent.last
    if not terms and sibling is None:
        return False
    blocks.pop()
    content, rest = _content(parser, block, found.start(1), found.end(1), found.end())
    state = "list"
    if not terms and sibling is not None and sibling.tag == "p":
        state = "looselist"
        terms = _terms(sibling.text) if sibling.text is not None else []
        parent.children.pop()
        sibling = parent.last
    if sibling is not None and sibling.tag == "dl":
        found_list = sibling
        last = found_list.last
        if not terms and last is not None and last.tag == "dd" and last.children:
            state = "looselist"
    else:
        begin = terms[0].starts[0] if terms else content.starts[0]
        found_list = parent.add("dl", begin, begin)
    for term in terms:
        child = found_list.add("dt", term.starts[0], term.end(len(term.text)))
        child.text = term
    begin = block.at(found.end() - len(found[0].lstrip("\n ")))
    definition = found_list.add("dd", begin, block.end(found.end(1)))
    with parser.reading(state):
        parser.read(definition, [content])
    if rest is not None and rest.text:
        blocks.append(rest)
    return True


def _terms(text: Mapped) -> list[Mapped]:
    """Return the lines with anything in them."""
    return [
        text.slice(start, start + len(line)).stripped()
        for start, line in text.lines()
        if line.strip()
    ]


def _content(
    parser: BlockParser, block: Mapped, start: int, end: int, after: int
) -> tuple[Mapped, Mapped | None]:
    """Return the text of a definition, and what of the block does not belong to it."""
    more = block.after(after)
    rest = None
    if _NOT_INDENTED.match(more.text) is None:
        more, rest = outdented(more, parser.tab)
    first = block.slice(start, end)
    return (joined([first, more], "\n") if more.text else first), rest
