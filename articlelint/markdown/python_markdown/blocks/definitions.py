"""What is defined and shown elsewhere: link references, footnotes, abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks.lists import without_indent
from articlelint.markdown.python_markdown.element import Definition
from articlelint.markdown.python_markdown.mapped import joined
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.element import Element
    from articlelint.markdown.python_markdown.mapped import Mapped

_REFERENCE: Final = regex(
    r"(?m)^[ ]{0,3}\[(?P<label>[^\[\]]*)\]:[ ]*(?:\n[ ]*)?(?P<url>[^\s]+)[ ]*(?:\n[ ]*)?"
    r"""(?:(?P<quote>["'])(?P<quoted>.*)(?P=quote)[ ]*|\((?P<bracketed>.*)\)[ ]*)?$"""
)
_FOOTNOTE: Final = regex(r"(?m)^[ ]{0,3}\[\^([^\]]*)\]:[ ]*(.*)$")
_ABBREVIATION: Final = regex(r"(?m)^[*]\[(?P<abbr>[^\\]*?)\][ ]?:[ ]*\n?[ ]*(?P<title>.*)$")


def references(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the definitions of references in a block; of two with one label the last counts."""
    block = blocks[-1]
    text = block.text
    if "]:" not in text:
        return False
    first = end = -1
    for found in _REFERENCE.finditer(text):
        if first < 0:
            first = found.start()
        elif text[end : found.start()].strip("\n") or "\n" in found[0]:
            break
        label = found["label"].strip().lower()
        parser.references[label] = _definition(block, found)
        end = found.end()
    if first < 0:
        return False
    blocks.pop()
    _put_back(block, blocks, first, end)
    return True


def _definition(block: Mapped, found: re.Match[str]) -> Definition:
    url = found["url"]
    inner = url.lstrip("<")
    start = found.start("url") + len(url) - len(inner)
    inner = inner.rstrip(">")
    name = "quoted" if found["quoted"] else "bracketed"
    title = found[name] or None
    return Definition(
        found["label"],
        inner,
        title,
        (block.at(found.end() - len(found[0].lstrip(" "))), block.end(found.end())),
        (block.at(start), block.end(start + len(inner))),
        (block.at(found.start(name)), block.end(found.end(name))) if title else None,
    )


def _put_back(block: Mapped, blocks: list[Mapped], start: int, end: int) -> None:
    """Put what is before and after a definition back as blocks of their own."""
    after, before = block.after(end), block.slice(0, start)
    if after.text.strip():
        blocks.append(after.without_leading("\n"))
    if before.text.strip():
        blocks.append(before.without_trailing("\n"))


def abbreviations(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the first definition of an abbreviation in a block."""
    block = blocks[-1]
    if "*[" not in block.text:
        return False
    found = _ABBREVIATION.search(block.text)
    if found is None:
        return False
    name, title = found["abbr"].strip(), found["title"].strip()
    if not name or not title:
        return False
    blocks.pop()
    if title in {"''", '""'}:
        parser.abbreviations.pop(name, None)
    else:
        parser.abbreviations[name] = title
    _put_back(block, blocks, found.start(), found.end())
    return True


def footnotes(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a footnote, and the indented blocks that belong to it."""
    block = blocks[-1]
    text = block.text
    if "[^" not in text:
        return False
    found = _FOOTNOTE.search(text)
    if found is None:
        return False
    blocks.pop()
    before = block.slice(0, found.start())
    for following in _FOOTNOTE.finditer(text, found.end()):
        if text[found.end() : following.start()].strip("\n"):
            break
        parser.footnotes[found[1]] = block.slice(*found.span(2)).without_trailing()
        found = following
    label = found[1]
    first = block.slice(*found.span(2))
    rest = block.after(found.end()).without_leading("\n")
    parts = []
    another = _FOOTNOTE.search(rest.text)
    if another is not None:
        more = rest.slice(0, another.start()).without_trailing("\n")
        parts.append(joined([first, _detabbed(more)], "\n").without_leading("\n"))
        blocks.append(rest.after(another.start()))
    else:
        whole = joined([first, _detabbed(rest)], "\n")
        parts.append(whole.without_leading("\n").without_trailing("\n"))
        parts += _continuation(blocks)
    parser.footnotes[label] = joined(parts, "\n\n").without_trailing()
    if before.text.strip():
        blocks.append(before.without_trailing("\n"))
    return True


def _detabbed(block: Mapped) -> Mapped:
    return without_indent(block, 4)


def _continuation(blocks: list[Mapped]) -> list[Mapped]:
    """Take the blocks that belong to a footnote as well."""
    found = []
    while blocks and blocks[-1].text.startswith("    "):
        block = blocks.pop()
        another = _FOOTNOTE.search(block.text)
        if another is not None:
            found.append(_detabbed(block.slice(0, another.start()).without_trailing("\n")))
            blocks.append(block.after(another.start()))
            break
        found.append(_detabbed(block))
    return found
