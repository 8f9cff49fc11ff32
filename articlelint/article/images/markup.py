"""Images in HTML: elements, their lazy attributes, and CSS."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from articlelint.article.images.css import css_urls
from articlelint.article.images.expressions import known_url
from articlelint.article.images.model import LAZY_ATTRIBUTES, Image, ImageOrigin
from articlelint.article.images.srcset import srcset_urls
from articlelint.html.tree.markup import SPACE
from articlelint.text.regex import regex
from articlelint.urls.flaws import INTRASITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.article.document import Document
    from articlelint.html.tree.nodes import Attribute, Element
    from articlelint.text.span import Span

_REFERENCE: Final = regex(r"&#?\w+;?|\r\n?")
_ATTRIBUTES: Final = {
    "img": ("src", "srcset", *LAZY_ATTRIBUTES, "data-srcset"),
    "source": ("srcset", "data-srcset"),
    "video": ("poster",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
}


_CONSTANT: Final = regex(
    r"""\s*+(?:\$?withBase\(\s*+)?(?P<quote>['`])(?P<url>[^'`$]+)(?P=quote)\s*+(?:\)\s*+)?"""
)
"""VitePress' documentation, "Asset Handling"; VuePress', "Base Helper"."""
_BACKGROUNDS: Final = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})
"""The elements whose ``background`` browsers show: HTML, 15.3.3 and 15.3.9."""


def images_in_html(article: Document) -> Iterator[Image]:
    """Yield the images of the elements that the author wrote as HTML."""
    html = article.html
    for tag, names in _ATTRIBUTES.items():
        if not article.may_have_written(tag):
            continue
        for element in html.elements(tag):
            if element.authored and _shows_image(element):
                yield from _of_element(article, element, names)
    for name, find in _FINDERS.items():
        for element in html.with_attribute(name):
            attribute = element.attributes.get(name)
            if attribute is not None and element.authored:
                yield from _images(article, element, attribute, list(find(element, attribute)))
    for element in html.elements("style"):
        yield from _of_style_sheet(article, element)


def _of_style(_element: Element, attribute: Attribute) -> Iterator[tuple[str, int, int]]:
    return css_urls(attribute.value)


def _of_background(element: Element, attribute: Attribute) -> Iterator[tuple[str, int, int]]:
    if element.tag in _BACKGROUNDS:
        yield attribute.value, 0, len(attribute.value)


def _of_binding(element: Element, attribute: Attribute) -> Iterator[tuple[str, int, int]]:
    """Yield what Vue's ``:src="withBase('/a.png')"`` shows, where it is a constant."""
    found = _CONSTANT.fullmatch(attribute.value) if element.tag == "img" else None
    if found is not None:
        yield found["url"], *found.span("url")


_FINDERS: Final = {
    ":src": _of_binding,
    "v-bind:src": _of_binding,
    "background": _of_background,
    "style": _of_style,
}
"""What finds the URLs in an attribute of any element, each with where it begins and ends."""


def _shows_image(element: Element) -> bool:
    if element.tag == "image":
        return not (element.get("href") or element.get("xlink:href") or "").startswith("#")
    if element.tag == "source":
        return element.parent is not None and element.parent.tag == "picture"
    return element.tag != "input" or (element.get("type") or "").lower() == "image"


def _of_element(article: Document, element: Element, names: tuple[str, ...]) -> Iterator[Image]:
    for name in names:
        attribute = element.attributes.get(name)
        if attribute is None:
            continue
        value = attribute.value
        if name.endswith("srcset"):
            found = [(url, at, at + len(url)) for url, at in srcset_urls(value)]
        else:
            url = value.strip(SPACE)
            at = value.find(url) if url else 0
            found = [(url, at, at + len(url))]
        yield from _images(article, element, attribute, found)


def _images(
    article: Document,
    element: Element,
    attribute: Attribute,
    found: Sequence[tuple[str, int, int]],
) -> Iterator[Image]:
    """Yield the images of an attribute: each URL *found*, and where in its value it stands."""
    spans = spans_in_value(article, attribute, [each[1:] for each in found])
    for (url, _, _), span in zip(found, spans, strict=True):
        yield _image(article, element, attribute, url, span)


def _image(
    article: Document, element: Element, attribute: Attribute, url: str, span: Span
) -> Image:
    url, span, dynamic = known_url(article, url, span)
    is_style = attribute.name in {"style", "background"}
    alt = None if is_style else element.attributes.get("alt")
    return Image(
        url=url,
        span=span,
        element=element.start_tag or element.span,
        origin=ImageOrigin.HTML,
        place=attribute.name,
        alt="" if is_style else alt.value if alt else None,
        alt_span=alt.value_span if alt else None,
        dynamic=dynamic or (url.startswith("{") and not INTRASITE.match(url)),
        html=element,
    )


def _of_style_sheet(article: Document, element: Element) -> Iterator[Image]:
    tag, end = element.start_offsets, element.end_offsets
    if tag is None or end is None or not element.authored:
        return
    html = article.html
    for url, first, last in css_urls(html.html[tag[1] : end[0]]):
        span = html.span(tag[1] + first, tag[1] + last)
        url, span, dynamic = known_url(article, url, span)  # noqa: PLW2901 - the same URL, known
        yield Image(
            url=url,
            span=span,
            element=span,
            origin=ImageOrigin.HTML,
            place="style",
            alt="",
            dynamic=dynamic,
            html=element,
        )


def spans_in_value(
    article: Document, attribute: Attribute, wanted: Sequence[tuple[int, int]]
) -> list[Span]:
    """Return the article's spans of ``attribute.value[start:end]``, for each pair *wanted*.

    The pairs are in order, and none overlaps another. A span is all of the value where what is
    written there cannot be told apart.
    """
    html = article.html
    low, high = attribute.value_offsets
    raw = html.html[low:high]
    if raw == attribute.value:
        return [html.span(low + start, low + end) for start, end in wanted]
    places = _aligned(raw, attribute.value, list(chain.from_iterable(wanted)))
    if places is None:
        return [attribute.value_span] * len(wanted)
    pairs = zip(places[::2], places[1::2], strict=True)
    return [html.span(low + start, low + end) for start, end in pairs]


def _aligned(raw: str, value: str, wanted: Sequence[int]) -> list[int] | None:
    """Return the offsets in *raw* of those in *value*, its decoded form; None where it is not."""
    from html import unescape  # a large table

    found: list[int] = []
    shift = 0  # how far a place in the raw value is behind the one in the decoded one
    for match in _REFERENCE.finditer(raw):
        at = match.start() - shift
        while len(found) < len(wanted) and wanted[len(found)] <= at:
            found.append(wanted[len(found)] + shift)
        decoded = "\n" if match[0][0] == "\r" else unescape(match[0])
        if not value.startswith(match[0], at):
            if not value.startswith(decoded, at):
                return None
            shift += len(match[0]) - len(decoded)
    found += [offset + shift for offset in wanted[len(found) :]]
    return found if len(raw) - shift == len(value) else None
