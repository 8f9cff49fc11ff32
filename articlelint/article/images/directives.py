"""Images that directives of MyST show: ``{figure} owl.png``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.article.images.model import EMBEDDED_FILE, Image, ImageOrigin
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document

_DIRECTIVE: Final = regex(
    r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?P<name>image|figure)\}[ \t]+(?P<url>\S+)[ \t]*$"
    r"(?P<options>(?:\n[ \t]*:[\w-]+:.*)*)",
    re.MULTILINE,
)
_ALT: Final = regex(r"\n[ \t]*:alt:[ \t]*(.*)")


def images_in_directives(article: Document) -> Iterator[Image]:
    """Yield the images of directives that do not stand in code; MyST-Parser, "Images"."""
    offset = article.body.start
    code = article.code_spans
    starts = [span.start for span in code]
    embeds = article.site.generator.embeds_files
    for match in _DIRECTIVE.finditer(article.masked.text):
        at = bisect_left(starts, match.start() + offset) - 1
        if at >= 0 and code[at].end > match.start() + offset:
            continue  # an example of a directive
        if embeds and EMBEDDED_FILE.search(match["url"]):
            continue
        alt = _ALT.search(match["options"])
        yield Image(
            url=match["url"],
            span=Span(*match.span("url")).shift(offset),
            element=Span(*match.span()).shift(offset),
            origin=ImageOrigin.TEMPLATE,
            place=match["name"],
            alt=alt[1].strip() if alt else None,
            dynamic="{{" in match["url"],
        )
