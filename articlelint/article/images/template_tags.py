"""Images that template tags and shortcodes show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.article.images.model import Image, ImageOrigin
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document
    from articlelint.templates import TemplateTag

IMAGE_TAGS: Final = frozenset({"img", "asset_img", "figure", "image", "resize_image"})
"""Template tags that show an image: Hexo's ``img`` and ``asset_img`` (Hexo's documentation,
"Tag Plugins"), Hugo's ``figure`` (Hugo's documentation, "Embedded shortcodes"), Zola's
``resize_image`` (Zola's documentation, "Image processing"), and the ``img`` and ``image`` that
many sites define."""

_WORD: Final = regex(
    r"""(?:(?P<key>[\w-]++)\s*+=\s*+)?
    (?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|`(?P<raw>[^`]*+)`|(?P<bare>[^\s"'=,]++))""",
    re.VERBOSE,
)
_QUOTED: Final = regex(r'"([^"]*)"')
_NUMBER: Final = regex(r"\d[\d.]*(?:%|px|em|rem|vw)?")
_SOURCE_KEYS: Final = frozenset({"src", "path"})
# What Jekyll's themes call it: ``{% include figure image_path="/assets/a.jpg" %}``.
_INCLUDE_KEYS: Final = frozenset({"src", "image_path", "image", "img", "url", "file", "path"})
_IMAGE_PATH: Final = regex(
    r"(?=\S++\Z)(?:/|https?://)\S*\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)(?:[?#]\S*)?",
    re.IGNORECASE,
)

_IMAGE_NAME: Final = regex(r"\.(?:png|jpe?g|gif|webp|avif|svg)\b", re.IGNORECASE)


class _Word(NamedTuple):
    key: str | None
    text: str
    span: Span
    quoted: bool


def images_in_template_tags(article: Document) -> Iterator[Image]:
    """Yield the image of each tag in ``IMAGE_TAGS``, and of an include with an image's path."""
    for tag in article.masked.tags:
        if tag.closing or not tag.arguments:
            continue
        if tag.name in IMAGE_TAGS:
            image = _of_tag(tag)
        elif tag.name.startswith("include"):
            image = _of_include(tag)
        else:
            if "/" in tag.arguments and _IMAGE_NAME.search(tag.arguments):
                yield from _of_own(tag, article)
            continue
        if image is not None:
            yield image


def _of_tag(tag: TemplateTag) -> Image | None:
    """Read ``img [class] /path [width] [height] ["title" "alt"]`` or ``src=... alt=...``."""
    source: _Word | None = None
    alt: tuple[str, Span] | None = None
    texts: list[tuple[str, Span]] = []
    for word in _words(tag):
        if word.key in _SOURCE_KEYS:
            source = word
        elif word.key == "alt":
            alt = (word.text, word.span)
        elif word.key is None and source is None:
            if _looks_like_file(word.text):
                source = word
        elif word.key is None and word.quoted:
            texts += _texts(word)
    if source is None:
        return None
    if alt is None and len(texts) > 1:
        alt = texts[1]  # of Hexo's tags the first is the title
    return _image(tag, source, alt)


def _of_include(tag: TemplateTag) -> Image | None:
    words = list(_words(tag))
    source = next(
        (word for word in words if word.key in _INCLUDE_KEYS and _IMAGE_PATH.fullmatch(word.text)),
        None,
    )
    if source is None:
        return None
    alt = next(((word.text, word.span) for word in words if word.key == "alt"), None)
    return _image(tag, source, alt)


def _of_own(tag: TemplateTag, article: Document) -> Iterator[Image]:
    """Yield what the templates of the site show as images of what a tag of its own is given."""
    site = article.site
    shown = site.generator.image_parameters(tag.name, site.root) if site.root is not None else ()
    for number, word in enumerate(_words(tag) if shown else ()):
        if (word.key or str(number)) in shown and _IMAGE_PATH.fullmatch(word.text):
            yield _image(tag, word, None)


def _image(tag: TemplateTag, source: _Word, alt: tuple[str, Span] | None) -> Image:
    return Image(
        url=source.text,
        span=source.span,
        element=tag.span,
        origin=ImageOrigin.TEMPLATE,
        place=tag.name,
        alt=alt[0] if alt else None,
        alt_span=alt[1] if alt else None,
        dynamic="{" in source.text or "$" in source.text,
    )


def _words(tag: TemplateTag) -> Iterator[_Word]:
    start = tag.arguments_span.start
    for match in _WORD.finditer(tag.arguments):
        names = ("double", "single", "raw", "bare")  # Hugo has raw strings
        group = next(name for name in names if match[name] is not None)
        text, at = match[group].strip(), match.start(group)  # Hexo, ``extend/tag``, trims them
        at += len(match[group]) - len(match[group].lstrip())
        yield _Word(match["key"], text, Span(at, at + len(text)).shift(start), group != "bare")


def _texts(word: _Word) -> list[tuple[str, Span]]:
    """Return the texts in a word: ``'"title" "alt"'`` holds two."""
    inner = [
        (match[1], Span(*match.span(1)).shift(word.span.start))
        for match in _QUOTED.finditer(word.text)
    ]
    return inner or [(word.text, word.span)]


def _looks_like_file(word: str) -> bool:
    return "/" in word or ("." in word and not _NUMBER.fullmatch(word))
