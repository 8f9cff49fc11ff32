"""Paths that a template only puts the site's base URL before, so that they are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span
from articlelint.urls.flaws import scheme_of

if TYPE_CHECKING:
    from articlelint.article.document import Document

# Jekyll's documentation, "Variables" (site.url, site.baseurl); site.github of its plugin
# jekyll-github-metadata.
_BASE: Final = regex(
    r"(?:\{\{-?\s*site\.(?:baseurl|url|github\.url)\s*(?:\|\s*escape\s*)?-?\}\}){1,2}"
    r"(?P<url>/[^{}]*)"
)
# "Liquid Filters" of the same (relative_url, absolute_url, prepend); Eleventy's, "URL filter".
_FILTERED: Final = regex(
    r"""\{\{-?\s*(?P<quote>["'])(?P<url>[^"'{}\\]*)(?P=quote)\s*
    \|\s*(?P<filter>relative_url|absolute_url|url
        |prepend:\s*site\.\w+(?:\s*\|\s*prepend:\s*site\.\w+)?)
    \s*-?\}\}(?P<rest>[^{}]*)""",
    re.VERBOSE,
)


class BasedPath(NamedTuple):
    """A path as browsers get it but for the base URL, and where the author wrote it."""

    url: str
    span: Span


def based_path(article: Document, span: Span) -> BasedPath | None:
    """Return the path in a URL at *span* that a template only puts the base URL before, if any.

    Jekyll's ``{{ site.baseurl }}/a/`` and ``{{ 'a/' | relative_url }}``, which adds the slash;
    Eleventy's ``{{ '/a/' | url }}``, which leaves a relative path alone.
    """
    written = span.of(article.text)
    found = _BASE.fullmatch(written) or _FILTERED.fullmatch(written)
    if found is None:
        return None
    start, end = found.span("url")
    url, groups = found["url"], found.groupdict()
    filter_ = groups.get("filter") or ""
    if filter_.endswith("_url") and not url.startswith("/") and not scheme_of(url):
        url = f"/{url}"
    elif filter_.startswith("prepend") and not url.startswith("/"):
        return None
    rest = groups.get("rest")
    if rest:
        return BasedPath(url + rest, span)
    return BasedPath(url, Span(span.start + start, span.start + end))
