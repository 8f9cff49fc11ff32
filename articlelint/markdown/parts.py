"""Where the parts of links and images stand, in the link itself or in its definition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.markdown.document import Definition, Markdown, Node

_ESCAPE: Final = regex(r"\\([!-/:-@\[-`{-~])")
_REFERENCE: Final = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
# White space, and after a line ending the marks of block quotes that the line begins with.
_SPACE: Final = regex(r"[ \t]*+(?:(?:\r\n?|\n)[ \t>]*+)*")
_ONE_LINE_SPACE: Final = regex(r"[ \t]*+(?:(?:\r\n?|\n)[ \t]*+)*")
_POINTED: Final = regex(r"<((?:[^<>\r\n\\]|\\.)*+)>")
_BARE: Final = regex(r"[^\x00-\x20\x7f()\\]++|\\[^\x00-\x20\x7f]|[\\()]")
_LABEL: Final = regex(r"\[(?:[^\[\]\\]|\\.)*+\]:", re.DOTALL)
_CLOSING: Final = {'"': '"', "'": "'", "(": ")"}


class LinkParts(NamedTuple):
    """Where the parts of a link or an image stand in the article, without their delimiters.

    Of a reference, *destination* and *title* stand in its definition. A part that is not there
    is None; an empty destination or text (``[](#)``) is an empty span.
    """

    destination: Span | None
    text: Span | None
    title: Span | None


def link_parts(markdown: Markdown, node: Node) -> LinkParts:
    """Return where the parts of a ``Link`` or ``Image`` stand in the article."""
    offset = markdown.offset
    places = node.data.get("places")
    if places is not None:  # the dialect knows
        return LinkParts(*[place and Span(*place).shift(offset) for place in places])
    kind = node.data["link_type"]
    start, end = node.span.start - offset, node.span.end - offset
    if kind in {"Autolink", "Email"}:
        inner = Span(node.span.start + 1, node.span.end - 1)
        return LinkParts(inner, inner, None)
    if kind == "WikiLink":
        return _wiki_link(markdown, node)
    begin = start + (2 if node.kind == "Image" else 1)
    finish = _end_of_text(markdown, node, begin, end, "](" if kind == "Inline" else "]")
    text = Span(begin + offset, finish + offset)
    if kind == "Inline":
        if not markdown.text.startswith("](", finish):
            return LinkParts(None, text, None)
        place = _destination_and_title(
            markdown.text, finish + 2, end - 1, node.data["dest_url"], node.data["title"]
        )
    else:
        label, known = node.data["id"], markdown.places_by_label
        if label not in known:
            known[label] = _defined(markdown, node)
        place = known[label]
    destination, title = place
    return LinkParts(
        destination.shift(offset) if destination else None,
        text,
        title.shift(offset) if title else None,
    )


def _defined(markdown: Markdown, node: Node) -> tuple[Span | None, Span | None]:
    """Return where the destination and the title stand in the definition that *node* uses."""
    definition = _definition(markdown, node.data["id"])
    if definition is None:
        return None, None
    first, last = definition.span.start - markdown.offset, definition.span.end - markdown.offset
    label = _LABEL.match(markdown.text, first, last)
    if label is None:
        return None, None
    return _destination_and_title(
        markdown.text, label.end(), last, node.data["dest_url"], node.data["title"]
    )


def _end_of_text(markdown: Markdown, node: Node, begin: int, end: int, closing: str) -> int:
    """Return where the bracketed text ends, given where it begins and what ends it."""
    last = markdown.end_of(node) - 1
    inner = max(begin, markdown.events[last][4]) if last > node.index else begin
    # What pulldown-cmark drops at a line's end or beginning is all that can stand between.
    at = markdown.text.find(closing, inner, end)
    return inner if at < 0 else at


def _definition(markdown: Markdown, label: str) -> Definition | None:
    definitions = markdown.reference_definitions
    found = definitions.get(label)
    return found or _folded(markdown).get(fold(label))


def _folded(markdown: Markdown) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for label, definition in markdown.reference_definitions.items():
        found.setdefault(fold(label), definition)
    return found


def fold(label: str) -> str:
    """Return what a label is compared by (CommonMark 4.7): white space and case are one."""
    return " ".join(label.split()).casefold()


def wiki_url(node: Node) -> str | None:
    """Return what a wiki link names, as a URL; None for a link of another kind.

    In a table the bar behind it is escaped.
    """
    if node.data["link_type"] != "WikiLink":
        return None
    target: str = node.data["dest_url"]
    return quote(target.removesuffix("\\").strip(), safe="/#^%&=+,;:@!'()*")


def _wiki_link(markdown: Markdown, node: Node) -> LinkParts:
    """Read ``[[destination|text]]``."""
    start = node.span.start + (3 if node.kind == "Image" else 2)
    end = max(start, node.span.end - 2)
    inner = Span(start, end)
    source = inner.shift(-markdown.offset).of(markdown.text)
    at = source.find("|")
    if at < 0:
        at = len(source)
    destination = Span(start, start + at)
    return LinkParts(
        destination if source[:at] == node.data["dest_url"] else None,
        Span(start + at + 1, end) if at < len(source) else inner,
        None,
    )


def _destination_and_title(
    text: str, start: int, end: int, url: str, title: str
) -> tuple[Span | None, Span | None]:
    """Read ``destination "title"`` in ``text[start:end]``, knowing what was meant.

    A line of a block quote begins with marks that are not part of the link, and a destination
    may begin with the same character: the first reading that gives *url* is the right one.
    """
    for space in (_SPACE, _ONE_LINE_SPACE):
        at = _skip(space, text, start, end)
        place = _destination(text, at, end)
        if unescape(place.of(text)) == url:
            after = (
                place.end + 1 if text.startswith("<", at) and place.start == at + 1 else place.end
            )
            return place, _title(text, after, end) if title else None
    return None, None


def _skip(space: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = space.match(text, start, end)
    return match.end() if match else start


def _destination(text: str, start: int, end: int) -> Span:
    pointed = _POINTED.match(text, start, end)
    if pointed:
        return Span(*pointed.span(1))
    depth = 0
    at = start
    while (match := _BARE.match(text, at, end)) is not None:
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            if depth == 0:
                break
            depth -= 1
        at = match.end()
    return Span(start, at)


def _title(text: str, start: int, end: int) -> Span | None:
    begin = _skip(_SPACE, text, start, end)
    closing = _CLOSING.get(text[begin : begin + 1])
    if closing is None:
        return None
    finish = text.rfind(closing, begin + 1, end)
    return None if finish < 0 else Span(begin + 1, finish)


def unescape(source: str) -> str:
    """Return *source* with its backslash escapes and character references resolved."""
    if "\\" not in source:
        return _REFERENCE.sub(_resolve, source) if "&" in source else source
    parts = []
    end = 0
    for match in _ESCAPE.finditer(source):
        parts.append(_REFERENCE.sub(_resolve, source[end : match.start()]))
        parts.append(match[1])
        end = match.end()
    parts.append(_REFERENCE.sub(_resolve, source[end:]))
    return "".join(parts)


def _resolve(match: re.Match[str]) -> str:
    reference = match[0]
    if reference[1] == "#":
        number = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
        if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            return "\ufffd"
        return chr(number)
    from html.entities import html5  # a large table

    return html5.get(reference[1:], reference)
