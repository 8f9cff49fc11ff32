"""Tags as Python-Markdown finds them, which is as Python's ``html.parser`` does, and its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

BLOCK_TAGS: Final = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul", "canvas", "colgroup", "dd",
    "body", "dt", "group", "html", "iframe", "li", "legend", "math", "map", "noscript", "output",
    "object", "option", "progress", "script", "style", "summary", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "video", "center",
})  # fmt: skip
"""``BLOCK_LEVEL_ELEMENTS`` of ``markdown/util.py``."""
SPAN_TAGS: Final = frozenset({
    "address", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary",
    "td", "th",
})  # fmt: skip
"""Blocks whose content ``md_in_html`` reads as text, unless it is told otherwise."""
RAW_TAGS: Final = frozenset({
    "canvas", "math", "option", "pre", "script", "style", "textarea", "hr",
})  # fmt: skip
"""Blocks whose content it never reads."""
VOID_TAGS: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip

_START: Final = regex(
    r"<(?P<name>[a-zA-Z][^`\t\n\r\f />\x00]*+)"
    r"""(?:[\s/]*(?:(?<=['"\s/])[^`\s/>][^\s/=>]*+"""
    r"""(?:\s*+=++\s*+(?:'[^']*+'|"[^"]*+"|(?!['"])[^`>\s]*+)(?:\s*+,)*+)?(?:\s|/(?!>))*+)*+)?"""
    r"\s*+"
)
_ATTRIBUTE: Final = regex(
    r"""((?<=['"\s/])[^\s/>][^\s/=>]*+)(\s*+=++\s*+('[^']*+'|"[^"]*+"|(?!['"])[^>\s]*+))?"""
    r"(?:\s|/(?!>))*+"
)
_NAME: Final = regex(r"[a-zA-Z][^\t\n\r\f />\x00]*+(?:\s|/(?!>))*+")
_END: Final = regex(r"</\s*+([a-zA-Z][-.a-zA-Z0-9:_]*+)\s*+>")
_UNFINISHED: Final = frozenset("abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Tag(NamedTuple):
    """A tag: its name in lower case, where it ends, and whether ``/>`` ends it."""

    name: str
    end: int
    is_empty: bool = False


def is_block(name: str) -> bool:
    """Tell whether a tag of this name begins a block of HTML."""
    return name.lower().rstrip("/") in BLOCK_TAGS


def start_tag(text: str, at: int) -> Tag | int:
    """Return the start tag at *at*, or where the text that is none ends."""
    match = _START.match(text, at)
    if match is None:
        return at + 1
    end = match.end()
    if text.startswith(">", end):
        return _complete(text, match, end + 1)
    if text.startswith("/>", end):
        return _complete(text, match, end + 2)
    if end == len(text) or text[end] in _UNFINISHED:
        return at + 1
    return end


def _complete(text: str, match: re.Match[str], end: int) -> Tag | int:
    """Return the tag, unless something between its attributes makes it text."""
    name = match["name"]
    at = _attributes_end(text, match.start(), end)
    rest = text[at:end].strip()
    if rest not in {">", "/>"}:
        return end
    return Tag(name.lower(), end, rest == "/>")


def _attributes_end(text: str, start: int, end: int) -> int:
    name = _NAME.match(text, start + 1)
    at = name.end() if name else start + 1
    while at < end:
        attribute = _ATTRIBUTE.match(text, at)
        if attribute is None:
            break
        at = attribute.end()
    return at


def attributes_of(text: str, start: int, end: int) -> dict[str, str | None]:
    """Return the attributes of the start tag; of two with one name the last counts."""
    found: dict[str, str | None] = {}
    name = _NAME.match(text, start + 1)
    at = name.end() if name else end
    while at < end:
        attribute = _ATTRIBUTE.match(text, at)
        if attribute is None:
            break
        value = attribute[3] if attribute[2] else None
        if value and len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        found[attribute[1].lower()] = value
        at = attribute.end()
    return found


def overridden(text: str) -> list[tuple[int, int, str]]:
    """Return the edits that leave the last of two equal attributes in the start tag *text*."""
    name = _NAME.match(text, 1)
    at = name.end() if name else len(text)
    found: dict[str, tuple[int, int]] = {}
    edits = []
    while (attribute := _ATTRIBUTE.match(text, at)) is not None:
        at = attribute.end()
        key = attribute[1].lower()
        if key in found:
            edits.append((*found[key], ""))
        found[key] = attribute.span()
    return sorted(edits)


def end_tag(text: str, at: int) -> Tag | int:
    """Return the end tag at *at*, or where the text that is none ends."""
    if not text[at + 2 : at + 3].isalpha() or not text[at + 2].isascii():
        return at + 2
    closing = text.find(">", at + 1)
    if closing < 0:
        return at + 2
    match = _END.match(text, at)
    if match is not None:
        return Tag(match[1].lower(), match.end())
    name = _NAME.match(text, at + 2)
    if name is None:  # a character that no name has
        return closing + 1
    closing = text.find(">", name.end())
    return Tag(name[0].rstrip("/ \t\n\r\f").lower(), closing + 1) if closing >= 0 else at + 2
