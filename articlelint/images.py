"""The images of an article, gathered once, whatever syntax they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from articlelint.front_matter import Mapping, Scalar, Sequence, Style
from articlelint.span import Span
from articlelint.templates import is_dynamic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article import Article
    from articlelint.front_matter import Path, Value
    from articlelint.html import Attribute, Element
    from articlelint.templates import TemplateTag

_CANDIDATE = re.compile(r"[\s,]*([^\s,][^\s]*)([^,]*)")
_CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"'()]*))\s*\)""", re.IGNORECASE)
_TAG_WORD = re.compile(
    r"""(?:(?P<key>[\w-]+)\s*=\s*)?(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=]+))"""
)
_URL_KEYS = frozenset({"url", "src", "image", "path", "link", "file"})
_HEXO_NUMBERS = re.compile(r"\d+%?")

IMAGE_TAGS = frozenset({"img", "asset_img", "figure", "image"})
"""Template tags that show an image: Hexo's ``img`` and ``asset_img`` (Hexo's documentation,
"Tag Plugins"), Hugo's ``figure`` (Hugo's documentation, "Embedded shortcodes"), and the ``img``
and ``image`` that many sites define."""


class ImageOrigin(StrEnum):
    """The syntax that an image stands in."""

    MARKDOWN = "markdown"
    HTML = "html"
    FRONT_MATTER = "front-matter"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Image:
    """One image.

    *url* is the source as the browser gets it (references decoded), *span* the URL as
    written, *element* the whole construct. *place* names where it stands: ``src``,
    ``srcset``, ``poster``, ``style``, a front-matter path such as ``cover.image``, a template
    tag's name; "" in Markdown. *alt* is None where there is none at all. *dynamic* tells
    that a part of the URL comes out of a template, so that nothing is known about it. *html*
    is the element, where the image is one.
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


def images(article: Article) -> tuple[Image, ...]:
    """Return the images of *article* in reading order."""
    found = [*_from_front_matter(article), *_from_template_tags(article)]
    found += _from_markdown(article)
    if article.has_html:
        found += _from_html(article)
    return tuple(sorted(found, key=lambda image: image.span))


def _from_markdown(article: Article) -> Iterator[Image]:
    markdown = article.markdown
    for node in markdown.nodes("Image"):
        parts = markdown.link_parts(node)
        url = node.data["dest_url"]
        yield Image(
            url=url,
            span=parts.destination or node.span,
            element=node.span,
            origin=ImageOrigin.MARKDOWN,
            alt=markdown.text_of(node),
            alt_span=parts.text,
            dynamic=is_dynamic(url),
        )


def _from_html(article: Article) -> Iterator[Image]:
    html = article.html
    for element in html.elements("img"):
        if element.authored:
            yield from _from_element(element, "src", "srcset")
    for element in html.elements("source"):
        if element.parent is not None and element.parent.tag == "picture":
            yield from _from_element(element, "srcset")
    for element in html.elements("video"):
        yield from _from_element(element, "poster")
    for element in html.with_attribute("style"):
        attribute = element.attributes["style"]
        for match in _CSS_URL.finditer(attribute.value):
            url = match[match.lastindex or 3]
            yield Image(
                url=url,
                span=_within(attribute, match.span(match.lastindex or 3)),
                element=element.start_tag or element.span,
                origin=ImageOrigin.HTML,
                place="style",
                alt="",
                dynamic=is_dynamic(url),
                html=element,
            )


def _from_element(element: Element, *names: str) -> Iterator[Image]:
    alt = element.attributes.get("alt")
    for name in names:
        attribute = element.attributes.get(name)
        if attribute is None:
            continue
        if name == "srcset":
            candidates = [
                (match[1].rstrip(","), match.span(1))
                for match in _CANDIDATE.finditer(attribute.value)
            ]
        else:
            candidates = [(attribute.value.strip(), (0, len(attribute.value)))]
        for url, place in candidates:
            yield Image(
                url=url,
                span=_within(
                    attribute, (place[0], place[0] + len(url)) if name == "srcset" else place
                ),
                element=element.start_tag or element.span,
                origin=ImageOrigin.HTML,
                place=name,
                alt=alt.value if alt else None,
                alt_span=alt.value_span if alt else None,
                dynamic=is_dynamic(url) or url.startswith("{"),
                html=element,
            )


def _within(attribute: Attribute, place: tuple[int, int]) -> Span:
    """Return the span of a part of an attribute's value; all of it where it was not verbatim."""
    span = attribute.value_span
    if span.length != len(attribute.value):
        return span
    return Span(span.start + place[0], span.start + place[1])


def _from_front_matter(article: Article) -> Iterator[Image]:
    front_matter = article.front_matter
    if front_matter is None:
        return
    for key in article.site.generator.image_keys:
        path: Path = tuple(key.split("."))
        value = front_matter.find(path)
        if value is not None:
            yield from _from_value(path, value)


def _from_value(path: Path, value: Value) -> Iterator[Image]:
    match value:
        case Scalar(value=str() as url):
            span = inner_span(value)
            yield Image(
                url=url.strip(),
                span=span,
                element=value.span,
                origin=ImageOrigin.FRONT_MATTER,
                place=".".join(map(str, path)),
                dynamic="{{" in url or "{%" in url or "${" in url,
            )
        case Sequence():
            for index, item in enumerate(value.items):
                yield from _from_value((*path, index), item)
        case Mapping():
            for field in value.fields:
                if field.key in _URL_KEYS:
                    yield from _from_value((*path, field.key), field.content)


def inner_span(scalar: Scalar) -> Span:
    """Return the span of a scalar's text: without its quotes where it has any."""
    if scalar.style in {Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED} and scalar.span.length >= 2:
        return Span(scalar.span.start + 1, scalar.span.end - 1)
    return scalar.span


def _from_template_tags(article: Article) -> Iterator[Image]:
    for tag in article.masked.tags:
        if tag.name in IMAGE_TAGS and not tag.closing:
            image = _from_tag(article, tag)
            if image is not None:
                yield image


def _from_tag(article: Article, tag: TemplateTag) -> Image | None:
    """Read ``{% img [class] /path [width] [height] ["title" "alt"] %}`` or ``src=... alt=...``."""
    start = article.text.find(tag.arguments, tag.span.start) if tag.arguments else tag.span.end
    source: tuple[str, Span] | None = None
    alt: tuple[str, Span] | None = None
    for match in _TAG_WORD.finditer(tag.arguments):
        group = (
            "double"
            if match["double"] is not None
            else "single"
            if match["single"] is not None
            else "bare"
        )
        word = (match[group], Span(*match.span(group)).shift(start))
        key = match["key"]
        if key == "src" or (key is None and source is None and _looks_like_file(match[group])):
            source = word
        elif key == "alt":
            alt = word
    if source is None:
        return None
    return Image(
        url=source[0],
        span=source[1],
        element=tag.span,
        origin=ImageOrigin.TEMPLATE,
        place=tag.name,
        alt=alt[0] if alt else None,
        alt_span=alt[1] if alt else None,
        dynamic="{{" in source[0] or "$" in source[0],
    )


def _looks_like_file(word: str) -> bool:
    return "/" in word or ("." in word and not _HEXO_NUMBERS.fullmatch(word))
