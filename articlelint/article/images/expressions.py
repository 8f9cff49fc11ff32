"""URLs that a template expression makes of a constant, so that they are known all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.templates import is_dynamic
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from articlelint.article.document import Document

# Jekyll's documentation, "Liquid Filters" (relative_url, absolute_url) and "Variables"
# (site.url, site.baseurl); Eleventy's, "URL filter".
_BASE_PATH: Final = regex(
    r"(?:\{\{-?\s*site\.(?:baseurl|url|github\.url)\s*(?:\|\s*escape\s*)?-?\}\}){1,2}"
    r"(?P<url>/[^{}]*)"
)
_FILTERED: Final = regex(
    r"""\{\{-?\s*(?P<quote>["'])(?P<url>[^"'{}]*)(?P=quote)\s*
    \|\s*(?:(?:relative_url|absolute_url|url)|prepend:\s*site\.\w+(?:\s*\|\s*prepend:\s*site\.\w+)?)
    \s*-?\}\}""",
    re.VERBOSE,
)
# Docusaurus' documentation, "Static Assets"; the last two are constants of JavaScript.
_JSX: Final = regex(
    r"""\{\s*(?:(?:require|useBaseUrl)\(\s*)?(?P<quote>["'`])(?P<url>[^"'`{}$\\]*)(?P=quote)\s*
    (?:,\s*)?\)?(?:\.default)?\s*\}""",
    re.VERBOSE,
)


def known_url(article: Document, url: str, span: Span) -> tuple[str, Span, bool]:
    """Return a URL with its span, and whether a part of it is unknown.

    *url* is what was read in the masked text at *span*. Of a constant that a template only
    puts the site's base path before, the constant is returned.
    """
    if not is_dynamic(url):
        return url, span, False
    written = span.of(article.text)
    for pattern in (_BASE_PATH, _FILTERED, _JSX):
        found = pattern.fullmatch(written)
        if found is not None:
            start, end = found.span("url")
            return found["url"], Span(span.start + start, span.start + end), False
    return url, span, True
