"""Images in front matter, below the keys that the generator and the configuration name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.article.images.model import Image, ImageOrigin
from articlelint.front_matter import Mapping, Scalar, Sequence, Style
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document
    from articlelint.front_matter import Path, Value

_IMAGE_KEYS: Final = frozenset({"src", "image", "path", "file"})
_URL_KEYS: Final = _IMAGE_KEYS | {"url", "link"}
"""Beside one of the former, the others are where the image leads."""
_NO_URL: Final = regex(r"(?!(?:undefined|null|nan)\Z)[^/\\.:]+", re.IGNORECASE)
_QUOTED: Final = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED})


def images_in_front_matter(article: Document) -> Iterator[Image]:
    """Yield the images below the image keys; a word such as ``image: none-yet`` is none.

    A key leads through mappings and lists: ``cover.image``, ``resources.src``; what holds a
    mapping is looked into.
    """
    front_matter = article.front_matter
    root = front_matter.root if front_matter is not None else None
    if root is None:
        return
    generator = article.site.generator
    seen: set[Span] = set()
    for key in (*generator.image_keys, *article.site.settings.image_keys):
        steps = key.replace("[]", "").split(".")
        found = _find(root, steps, (), ignore_case=generator.ignores_key_case)
        for path, value in found:
            for image in _of_value(path, value):
                if image.span not in seen:
                    seen.add(image.span)
                    yield image


def _find(
    value: Value, steps: list[str], path: Path, *, ignore_case: bool
) -> Iterator[tuple[Path, Value]]:
    """Yield what *steps* lead to, through every item of a list."""
    match value:
        case Sequence() if steps:
            for index, item in enumerate(value.items):
                yield from _find(item, steps, (*path, index), ignore_case=ignore_case)
        case Mapping() if steps:
            for field in value.fields:
                if field.key == steps[0] or (ignore_case and field.key.lower() == steps[0].lower()):
                    yield from _find(
                        field.content, steps[1:], (*path, field.key), ignore_case=ignore_case
                    )
        case _ if not steps:
            yield path, value


def _of_value(path: Path, value: Value) -> Iterator[Image]:
    match value:
        case Scalar(value=str() as text):
            url = text.strip()
            if url and _NO_URL.fullmatch(url):
                return
            yield Image(
                url=url,
                span=inner_span(value, url),
                element=value.span,
                origin=ImageOrigin.FRONT_MATTER,
                place=".".join(map(str, path)),
                dynamic="{{" in url or "{%" in url or "${" in url,
            )
        case Sequence():
            for index, item in enumerate(value.items):
                yield from _of_value((*path, index), item)
        case Mapping():
            names = {field.key.lower() for field in value.fields}
            keys = _URL_KEYS if names.isdisjoint(_IMAGE_KEYS) else _IMAGE_KEYS
            for field in value.fields:
                if field.key.lower() in keys:
                    yield from _of_value((*path, field.key), field.content)


def inner_span(scalar: Scalar, text: str) -> Span:
    """Return the span of *text* in a scalar; where it is written otherwise, of all in quotes."""
    at = scalar.source.find(text) if text else -1
    if at >= 0:
        return Span(scalar.span.start + at, scalar.span.start + at + len(text))
    if scalar.style in _QUOTED and scalar.span.length >= 2:
        return Span(scalar.span.start + 1, scalar.span.end - 1)
    return scalar.span
