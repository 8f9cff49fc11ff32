"""Images that MDX imports as modules, and those of components that show what is served."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.article.images.model import Image, ImageOrigin
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document

_IMPORT: Final = regex(
    r"""^import\s+(?:[\w$*{][^"'\n]*?\sfrom\s*)?(?P<quote>["'])
    (?P<url>[^"'\n]+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?))(?:\?[^"'\n]*)?(?P=quote)""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)


_SHOWN: Final = regex(
    r"""<(?:Image|Picture|Img)\b[^<>{}]*?\ssrc=(?P<quote>["'])(?P<url>/(?!/)[^"'\n]+)(?P=quote)
    |\bimport\(\s*(?P<other>["'])(?P<module>\.{1,2}/[^"'\n]+\.(?:png|jpe?g|gif|webp|avif|svg))
    (?P=other)\s*\)""",
    re.VERBOSE,
)
"""Astro's documentation, "Images"; Next.js' ``next/image``."""
_COMMENT: Final = regex(r"\{/\*(?:[^*]|\*(?!/))*+")


def imported_images(article: Document) -> Iterator[Image]:
    """Yield ``import photo from "./photo.jpg"``; one in a code block is none."""
    masked = article.markdown
    for found in _IMPORT.finditer(article.text, article.body.start):
        at = found.start() - masked.offset
        # The module's own text is masked, code is not.
        if masked.text.startswith("import", at):
            continue
        yield Image(
            url=found["url"],
            span=Span(*found.span("url")),
            element=Span(*found.span()),
            origin=ImageOrigin.MODULE,
            place="import",
            alt="",
        )


def shown_images(article: Document) -> Iterator[Image]:
    """Yield ``<Image src="/photo.jpg">`` and ``import("./photo.jpg")``; those in code are none."""
    masked = article.markdown
    comments = [match.span() for match in _COMMENT.finditer(article.text)][::-1]
    for found in _SHOWN.finditer(article.text, article.body.start):
        at = found.start() - masked.offset
        if masked.text.startswith(found[0][:6], at):
            continue
        while comments and comments[-1][1] <= found.start():
            comments.pop()
        if comments and comments[-1][0] < found.start():
            continue
        name = "url" if found["url"] else "module"
        yield Image(
            url=found[name],
            span=Span(*found.span(name)),
            element=Span(*found.span()),
            origin=ImageOrigin.MODULE,
            place="component" if found["url"] else "import",
            alt="",
        )
