"""What an image of an article is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.html.tree.nodes import Element
    from articlelint.text.span import Span

EMBEDDED_FILE: Final = regex(
    r"\.(?:pdf|mp[34]|md|canvas|web[ma]|wav|m4a|og[gv]|flac|mov|mkv)(?s:#.*)?\Z"
)
"""What is played or shown where an image stands for it, by generators that do so."""
LAZY_ATTRIBUTES: Final = (
    "data-src",
    "data-original",
    "data-original-src",
    "data-actualsrc",
    "data-lazy-src",
)
"""Attributes from which scripts fill ``src``, in the order in which they are preferred.

lazysizes and lozad read ``data-src``, jQuery Lazy Load ``data-original``; the others are what
scraped pages of Zhihu, Jianshu and WordPress hold.
"""


class ImageOrigin(StrEnum):
    """The syntax that an image stands in."""

    MARKDOWN = "markdown"
    HTML = "html"
    FRONT_MATTER = "front-matter"
    TEMPLATE = "template"
    MODULE = "module"  # ``import photo from "./photo.jpg"`` in MDX


class Image(NamedTuple):
    """One image.

    *url* is the source as the browser gets it, with references decoded; *span* is the URL as
    written, *element* the whole construct. *place* says where it is: ``src``, ``srcset``,
    ``data-src``, ``poster``, ``style``, ``background``, a front-matter path such as
    ``cover.image``, the name of a template tag, ``import``; "" in Markdown. *alt* is None if there
    is no alternative text at all. *dynamic* tells that a template makes part of the URL, so that
    nothing is known about it; if a template only puts the site's base path before it, *url* and
    *span* are what follows. *html* is the element, if the image is in HTML.
    """

    url: str
    span: Span
    element: Span
    origin: ImageOrigin
    place: str = ""
    alt: str | None = None
    alt_span: Span | None = None
    dynamic: bool = False
    html: Element | None = None
