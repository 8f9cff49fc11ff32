"""HTML and references in text, breaks, footnotes, formulas, and emphasis."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.inline.links import REFERENCE, decoded
from articlelint.markdown.python_markdown.inline.pairing import Region, regions
from articlelint.markdown.python_markdown.inline.reader import Inline, Reader, Run
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlelint.markdown.python_markdown.inline.delimiters import Delimiter

_HTML: Final = regex(
    r"""(<(?:/?+[a-zA-Z][^\s"'<>@]*+"""
    r"""(?:\s+[^\s"'=<>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>]++))?+)*+\s*+/?"""
    r"|!--(?:(?!<!--|-->).)*--"
    r"|[?](?:(?!<[?]|[?]>).)*[?]"
    r"|!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\]"
    r")>)",
    re.DOTALL,
)
_BREAK: Final = regex(r"  \n")
_NEWLINE: Final = regex(r"\n")
_FOOTNOTE: Final = regex(r"\[\^([^\]]*)\]")
_HIDDEN: Final = regex(r"\x02\x03*+")
_DOLLARS: Final = regex(
    r"(?<!\\)((?:\\{2})+)(?=\$)|(?<!\\)\$(?!\s)((?:\\.|[^\\$\x02\x03])+?)(?<!\s)\$", re.DOTALL
)
_ROUND: Final = regex(
    r"(?<!\\)((?:\\{2})+?)(?=\\\()|(?<!\\)\\\(((?:\\[^)]|[^\\\x02\x03]){1,2000}?)\\\)", re.DOTALL
)


def html_tags(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find tags and comments."""
    nodes = []
    for match in _HTML.finditer(text):
        start, end = offset + match.start(), offset + match.end()
        nodes.append(Inline("InlineHtml", _with_hidden(reader, match[0], start), start, end))
    return reader.hide(text, offset, nodes)


def _with_hidden(reader: Reader, text: str, offset: int) -> str:
    """Return HTML with what was found in it before as HTML, an escape as it was written."""
    source = reader.source.text
    if "\x02" not in text:
        return text
    parts = []
    done = 0
    for match in _HIDDEN.finditer(text):
        node = reader.found.get(offset + match.start())
        if node is None:
            continue
        parts.append(text[done : match.start()])
        written = source[node.start : node.end]
        parts.append(_markup(reader, node) if node.is_element else written)
        done = node.end - offset
    parts.append(text[done:])
    return "".join(parts)


def _markup(reader: Reader, node: Inline) -> str:
    shown = html.escape(reader.text_of(node), quote=False)
    if node.kind == "Code":
        return f"<code>{shown}</code>"
    if node.kind == "Link":
        return f'<a href="{html.escape(node.data["dest_url"])}">{shown}</a>'
    return shown


def references(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find character references."""
    nodes = [
        Inline("Text", decoded(match[0]), offset + match.start(), offset + match.end())
        for match in REFERENCE.finditer(text)
    ]
    return reader.hide(text, offset, nodes)


def breaks(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find the two blanks that break a line."""
    nodes = [
        Inline("HardBreak", None, offset + match.start(), offset + match.end())
        for match in _BREAK.finditer(text)
    ]
    return reader.hide(text, offset, nodes)


def newlines(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find line endings, which break lines with ``nl2br``."""
    nodes = [
        Inline("HardBreak", None, offset + match.start(), offset + match.end())
        for match in _NEWLINE.finditer(text)
    ]
    return reader.hide(text, offset, nodes)


def footnotes(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find references to footnotes that there are."""
    known = reader.context.footnotes
    nodes = [
        Inline("FootnoteReference", match[1], offset + match.start(), offset + match.end())
        for match in _FOOTNOTE.finditer(text, 0, text.rfind("]") + 1)
        if match[1] in known
    ]
    return reader.hide(text, offset, nodes)


def dollar_math(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``$x$``."""
    return _math(reader, text, offset, _DOLLARS.finditer(text))


def round_math(reader: Reader, text: str, offset: int, number: int) -> str:
    r"""Find ``\(x\)``."""
    return _math(reader, text, offset, _ROUND.finditer(text, 0, text.rfind("\\)") + 2))


def _math(reader: Reader, text: str, offset: int, matches: Iterator[re.Match[str]]) -> str:
    nodes = []
    for match in matches:
        start, end = offset + match.start(), offset + match.end()
        if match[1]:
            nodes.append(Inline("Text", "\\" * (len(match[1]) // 2), start, end))
        else:
            nodes.append(Inline("InlineMath", match[2], start, end))
    return reader.hide(text, offset, nodes)


def emphasis(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find emphasis by ``*`` and ``_``."""
    return _emphasis(reader, text, offset, number, reader.context.steps.emphasis)


def marks(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find what is marked by other characters, where those are looked for on their own."""
    return _emphasis(reader, text, offset, number, reader.context.steps.marks)


def _emphasis(
    reader: Reader, text: str, offset: int, number: int, delimiters: Mapping[str, Delimiter]
) -> str:
    nodes: list[Inline] = []
    found = regions(text, delimiters)
    at = 0
    while at < len(found):
        node, at = _element(reader, text, offset, number, found, at)
        nodes.append(node)
    return reader.hide(text, offset, nodes)


def _element(
    reader: Reader, text: str, offset: int, number: int, found: list[Region], at: int
) -> tuple[Inline, int]:
    """Return the element of region *at* with those in it, and the number of the next region."""
    region = found[at]
    at += 1
    children: list[Inline | Run] = []
    done = region.inner_start
    while at < len(found) and found[at].start < region.end:
        inner = found[at]
        if inner.end > region.inner_end or inner.start < done:
            at += 1  # two that overlap: the outer one counts
            continue
        children += reader.process(text[done : inner.start], offset + done, number)
        node, at = _element(reader, text, offset, number, found, at)
        children.append(node)
        done = inner.end
    children += reader.process(text[done : region.inner_end], offset + done, number)
    kind, data = region.kind, None
    if kind.islower():
        kind, data = "Element", kind
    node = Inline(kind, data, offset + region.start, offset + region.end, children)
    node.reader = reader
    return node, at
