"""Blocks that hold no others: code, headings, rules; and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.blocks.lists import outdented, without_indent
from articlelint.markdown.python_markdown.blocks.restoring import restored
from articlelint.markdown.python_markdown.mapped import Mapped
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.python_markdown.blocks.parser import BlockParser
    from articlelint.markdown.python_markdown.element import Element

_HEADING: Final = regex(
    r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)"
)
_SANE_HEADING: Final = regex(
    r"(?:^|\n)(?P<level>#{1,6})(?=[ ])(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)"
)
_UNDERLINED: Final = regex(r"[^\n]*+\n(?:=+|-+)[ ]*(?=\n|\Z)")
_RULE: Final = r"[ ]{0,3}(?>(?:-+[ ]{0,2}){3,}|(?:_+[ ]{0,2}){3,}|(?:\*+[ ]{0,2}){3,})[ ]*(?=\n|\Z)"
_RULE_FIRST: Final = regex(_RULE)
_RULE_LATER: Final = regex(rf"\n({_RULE})")
_FORMULAS: Final = {
    "block-dollar": regex(r"(?s)[$]{2}((?:\\.|[^\\])+?)[$]{2}[ ]*$"),
    "block-square": regex(r"(?s)\\\[((?:\\[^\]]|[^\\])+?)\\\][ ]*$"),
    "block-begin": regex(
        r"(?s)(\\begin\{(?P<env>[a-z]+\*?)\}(?:\\.|[^\\])+?\\end\{(?P=env)\})[ ]*$"
    ),
}
_QUOTE: Final = regex(r"(?:^|\n)[ ]{0,3}>[ ]?")
_QUOTE_MARK: Final = regex(r"[ ]{0,3}>[ ]?")


def code(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the lines of a block that are indented, as code, or as more of the code before."""
    block = blocks[-1]
    if not block.text.startswith(parser.indent) or not parser.features.indented_code:
        return False
    blocks.pop()
    if parser.features.nested_fences and "\x02" in block.text:
        block = restored(parser, block)
    content, rest = outdented(block, parser.tab)
    content = content.without_trailing()
    end = content.end(len(content.text))
    line_end = Mapped.of("\n", end)
    sibling = parent.last
    if sibling is not None and sibling.tag == "pre" and isinstance(sibling.data, list):
        sibling.data += [line_end, content, line_end]
        sibling.end = end
    else:
        parent.add("pre", content.starts[0], end, [content, line_end])
    if rest is not None:
        blocks.append(rest)
    return True


def formula(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a block that is a formula."""
    block = blocks[-1]
    text = block.text
    if not text.startswith(("$$", "\\[", "\\begin{")):
        return False
    for name, pattern in _FORMULAS.items():
        found = pattern.match(text) if name in parser.features.math else None
        if found is not None:
            blocks.pop()
            parent.add("math", block.at(0), block.end(len(text)), block.slice(*found.span(1)))
            return True
    return False


def heading(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a heading with marks before it, wherever in the block it stands."""
    block = blocks[-1]
    text = block.text
    if not text.startswith("#") and "\n#" not in text:
        return False
    found = (_SANE_HEADING if parser.features.sane_headings else _HEADING).search(text)
    if found is None:
        return False
    blocks.pop()
    start, end = found.span()
    if start:
        parser.read(parent, [block.slice(0, start)])
    begin, finish = found.span("header")
    last = end - 1 if text[end - 1 : end] == "\n" else end
    child = parent.add(f"h{len(found['level'])}", block.at(found.start("level")), block.end(last))
    child.text = block.slice(begin, finish).stripped()
    if end < len(text):
        rest = block.after(end)
        if parser.is_in("looselist"):
            rest = without_indent(rest, parser.tab)
        blocks.append(rest)
    return True


def underlined_heading(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a heading with a line under it, which are the first two lines of the block."""
    block = blocks[-1]
    text = block.text
    found = _UNDERLINED.match(text)
    if found is None:
        return False
    blocks.pop()
    first = text.find("\n")
    line = block.slice(0, first)
    tag = "h1" if text[first + 1] == "=" else "h2"
    child = parent.add(tag, line.starts[0], block.end(found.end()))
    child.text = line.stripped()
    if found.end() < len(text):
        blocks.append(block.after(found.end() + 1))
    return True


def rule(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take a rule, wherever in the block it stands."""
    block = blocks[-1]
    found = _RULE_FIRST.match(block.text)
    start, end = found.span() if found else (-1, -1)
    if found is None and "\n" in block.text:
        found = _RULE_LATER.search(block.text)
        start, end = found.span(1) if found else (-1, -1)
    if found is None:
        return False
    blocks.pop()
    before = block.slice(0, start).without_trailing("\n")
    if before.text:
        parser.read(parent, [before])
    parent.add("hr", block.at(start), block.end(end))
    after = block.after(end).without_leading("\n")
    if after.text:
        blocks.append(after)
    return True


def quote(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take the rest of the block from the first line that is quoted on."""
    block = blocks[-1]
    if ">" not in block.text:
        return False
    found = _QUOTE.search(block.text)
    if found is None:
        return False
    blocks.pop()
    start = found.start()
    parser.read(parent, [block.slice(0, start)])
    quoted = block.after(start)
    sibling = parent.last
    if sibling is not None and sibling.tag == "blockquote":
        inner = sibling
        inner.end = quoted.end(len(quoted.text))
    else:
        begin = quoted.at(1 if quoted.text.startswith("\n") else 0)
        inner = parent.add("blockquote", begin, quoted.end(len(quoted.text)))
    with parser.reading("blockquote"):
        parser.chunk(inner, quoted.pick([_unquoted(*line) for line in quoted.lines()]))
    return True


def _unquoted(start: int, line: str) -> tuple[int, int]:
    end = start + len(line)
    if line.strip() == ">":
        return end, end
    found: re.Match[str] | None = _QUOTE_MARK.match(line)
    return (start + found.end() if found else start), end
