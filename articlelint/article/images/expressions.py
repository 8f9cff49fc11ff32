"""Image URLs that an expression makes of a constant, so that they are known all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.article.based import based_path
from articlelint.templates import is_dynamic
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.article.document import Document

# Docusaurus' documentation, "Static Assets"; the last two are constants of JavaScript.
_JSX: Final = regex(
    r"""\{\s*(?:(?:require|useBaseUrl)\(\s*)?(?P<quote>["'`])(?P<url>[^"'`{}$\\]*)(?P=quote)\s*+
    (?:,\s*+)?\)?(?:\.default)?\s*+\}""",
    re.VERBOSE,
)


def known_url(article: Document, url: str, span: Span) -> tuple[str, Span, bool]:
    """Return a URL with its span, and whether a part of it is unknown.

    *url* is what was read in the masked text at *span*. Of a constant that a template only
    puts the site's base path before, the constant is returned.
    """
    if not is_dynamic(url):
        return url, span, False
    based = based_path(article, span)
    if based is not None:
        return based.url, based.span, False
    found = _JSX.fullmatch(span.of(article.text))
    if found is None:
        return url, span, True
    start, end = found.span("url")
    return found["url"], Span(span.start + start, span.start + end), False
