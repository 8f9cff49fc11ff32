"""HTML within a line: tags, comments, addresses between angle brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.dialect import Slip, Tag
from articlelint.markdown.events import END, LEAF, START
from articlelint.markdown.kramdown.html import end_of, mode, tag_name
from articlelint.markdown.kramdown.patterns import (
    BLOCK_ELEMENTS,
    CONTENT,
    END_TAG,
    TAG,
    VOID_ELEMENTS,
)
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.markdown.kramdown.spans import Spans

_AUTOLINK: Final = regex(r"<((mailto|https?|ftps?):[^\n][^\n>]*|[\w.-]+@[\w.-]+)>")


def read_tag(spans: Spans, at: int) -> int:
    """Read what ``<`` begins; return where that ends, behind ``<`` where it is text."""
    source = spans.source
    following = source[at + 1 : at + 2]
    raw = spans.state.is_raw
    if following == "<" and not raw and spans.text.options.typographic:
        if source.startswith(" ", at + 2):
            return spans.leaf("Text", "«\u00a0", at, at + 3)
        return spans.leaf("Text", "«", at, at + 2)
    if following == "!":
        if not source.startswith("<!--", at) or not spans.is_followed_by("-->", at + 4):
            return at + 1
        end = source.index("-->", at + 4) + 3
        return spans.leaf("InlineHtml", source[at:end], at, end)
    if following == "/":
        match = END_TAG.match(source, at)
        if match is None:
            return at + 1
        _slip(spans, "stray", Tag(match[1].lower(), at, match.end()))
        return match.end()
    link = None if raw else _AUTOLINK.match(source, at)
    if link is not None:
        return _autolink(spans, link)
    tag = TAG.match(source, at)
    return at + 1 if tag is None else _element(spans, tag)


def _autolink(spans: Spans, link: re.Match[str]) -> int:
    at, end = link.span()
    address = link[1]
    text = address.removeprefix("mailto:")
    data = {
        "link_type": "Autolink" if link[2] else "Email",
        "dest_url": address,
        "title": "",
        "id": "",
    }
    spans.flush(at)
    spans.put(START, "Link", data, at, end)
    spans.put(LEAF, "Text", text, end - 1 - len(text), end - 1)
    spans.put(END, "Link", None, at, end)
    spans.pending = end
    return end


def _element(spans: Spans, tag: re.Match[str]) -> int:
    """Read an element up to its end tag, or to the end where it has none."""
    source = spans.source
    at, begin = tag.span()
    name = tag_name(tag[1])
    if name in BLOCK_ELEMENTS:
        _slip(spans, "shown", Tag(name, at, begin))
        return begin
    if tag[3] or name in VOID_ELEMENTS:
        spans.leaf("InlineHtml", tag[0], at, begin)
        if name == "img" and spans.text.options.native:
            spans.images += 1  # so that ``[<img>](b)`` is no link
        if name not in VOID_ELEMENTS:
            spans.leaf("Markup", f"</{name}>", begin, begin)
        return begin
    if spans.state.depth >= 40:
        return begin
    content = CONTENT.get(name, "raw")
    parsed = content != "raw" and not spans.state.is_raw and spans.text.options.parse_span_html
    given = mode(tag[2]) if tag[2] else None
    if given in {"span", "default"}:
        parsed = given == "span" or content != "raw"
    elif given == "raw":
        parsed = False
    spans.leaf("InlineHtml", tag[0], at, begin)
    closing = end_of(name)

    def closes(end: int) -> bool:
        return closing.match(source, end) is not None

    around, spans.open = spans.open, (*spans.open, Tag(name, at, begin))
    end = spans.inside(begin, "<", closes, parent="html", is_raw=not parsed)
    spans.open = around
    if end >= 0:
        finish = source.index(">", end) + 1
        return spans.leaf("InlineHtml", source[end:finish], end, finish)
    size = len(source)
    spans.leaf("Markup", f"</{name}>", size, size)
    _slip(spans, "unclosed", Tag(name, at, begin))
    return size


def _slip(spans: Spans, kind: str, tag: Tag) -> None:
    def moved(place: int) -> int:
        return place + spans.base

    slip = Slip(kind, tag, spans.open, 0, len(spans.source))
    spans.text.slips.append(slip.moved(moved, moved))
