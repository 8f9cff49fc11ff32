"""Images that MDX imports as modules."""

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
