"""The headings of an article, Markdown and HTML, gathered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.html.standard.elements import HEADINGS
from articlelint.markdown.events import START
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.article.document import Document
    from articlelint.markdown import Markdown, Node
    from articlelint.markdown.events import Event

# kramdown's inline attribute list, on a line of its own below the heading; other parsers
# show it as text, so that it can only be meant for kramdown.
_ATTRIBUTE_LIST = regex(r"[ \t]*(?:\r\n|\n|\r)?[ ]{0,3}\{:([^}\r\n]*)\}[ \t]*(?=[\r\n]|\Z)")
_BEHIND = regex(r"[ \t]*\{(?!:)([^{}\n]*)\}[ \t]*")
_SHORT_NAME = regex(r":[+\w-]+:")
_ID = regex(r"(?:^|\s)#([^\s{}#]+)|\bid\s*=\s*\"?([^\s\"{}]+)")


_PIECES = {
    "Text": "text",
    "Code": "code",
    "InlineMath": "text",
    "InlineHtml": "html",
    "SoftBreak": "break",
    "HardBreak": "break",
}


class Piece(NamedTuple):
    """A piece of a heading: ``text``, ``code``, ``alt``, ``html``, ``emoji`` or ``break``."""

    kind: str
    text: str


class Heading(NamedTuple):
    """One heading: its *level* from 1 to 6, its text, and the whole construct's span.

    *id* is the id that the author gave it, or None if the generator will make one (see
    ``heading_ids``). *source* is the content as written, without the marks of the heading itself
    and with template tags unmasked; *pieces* are its parts. Both are empty for a heading in HTML
    (*html*). *attributes* is the content of a ``{: }`` directly below it, which kramdown applies to
    the heading, or that of the ``{ }`` behind its text that are no part of it.
    """

    level: int
    text: str
    span: Span
    id: str | None = None
    source: str = ""
    pieces: tuple[Piece, ...] = ()
    html: bool = False
    attributes: str = ""


def headings(article: Document) -> tuple[Heading, ...]:
    """Return the headings of *article* in reading order."""
    markdown = article.markdown
    found = [_from_markdown(article, node) for node in markdown.nodes("Heading")]
    if article.has_html and any(map(article.may_have_written, HEADINGS)):
        for element in article.html.elements(*HEADINGS):
            if element.authored:
                anchor = element.attributes.get("id")
                found.append(
                    Heading(
                        int(element.tag[1]),
                        element.text(),
                        element.span,
                        anchor.value if anchor else None,
                        html=True,
                    )
                )
    return tuple(sorted(found, key=lambda heading: heading.span))


def _from_markdown(article: Document, node: Node) -> Heading:
    markdown = article.markdown
    pieces, start, end = _content(markdown, node.index)
    last = node.span.end - markdown.offset
    own = node.data["id"]
    tail = markdown.text[end:last].rstrip() if end else ""
    if tail.lstrip().startswith("{:"):
        # pulldown-cmark alone takes this for attributes; elsewhere it is text, or a plugin's.
        own, end = None, end + len(tail)
        pieces = (*pieces, Piece("text", tail))
    return Heading(
        level=int(node.data["level"][1]),
        text="".join(piece.text for piece in pieces if piece.kind != "html"),
        span=node.span,
        id=own,
        source=Span(start, end).shift(markdown.offset).of(article.text),
        pieces=pieces,
        attributes=behind[1]
        if (behind := _BEHIND.fullmatch(tail))
        else _attributes(markdown.text, last),
    )


def _content(markdown: Markdown, index: int) -> tuple[tuple[Piece, ...], int, int]:
    """Return the pieces between a heading's first event and its last, and where they stand."""
    events = markdown.events
    pieces: list[Piece] = []
    start = end = depth = images = 0
    for at in range(index + 1, len(events)):
        role, kind, data, first, last = events[at]
        depth += role
        if depth < 0:
            break
        start = start if end else first
        end = last
        if kind == "Image":
            images += role
        elif kind in _PIECES:
            name = "emoji" if kind == "Text" and _is_emoji(events[at - 1], data) else _PIECES[kind]
            pieces.append(Piece("alt" if images and name != "html" else name, data or " "))
    if len(pieces) > 1 and pieces[-1] == Piece("text", " "):
        pieces.pop()  # what pulldown-cmark leaves before closing marks: ``## **a** ##``
    if markdown.text[start - 1 : start] == "\\":
        start -= 1  # an escape at the beginning is no part of its text
    return tuple(pieces), start, end


def _is_emoji(before: Event, text: str) -> bool:
    """Tell whether *text* is the name of an emoji, for which the page has an image."""
    return before[:3] == (START, "Element", "span") and _SHORT_NAME.fullmatch(text) is not None


def _attributes(text: str, end: int) -> str:
    """Return what stands in a ``{: }`` directly below the heading that ends at *end*."""
    start = end - 1 if text[end - 1 : end] in {"\n", "\r"} else end
    if text[start - 1 : start + 1] == "\r\n":
        start -= 1
    found = _ATTRIBUTE_LIST.match(text, start)
    return found[1] if found else ""


def id_in(attributes: str) -> str | None:
    """Return the id in the inner part of an attribute list: ``#id .class`` or ``id="id"``."""
    found = _ID.search(attributes)
    return (found[1] or found[2]) if found else None
