"""What the rules of this family look at: tags that the author wrote, and where URLs lead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from articlelint import Syntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint import Article, Span
    from articlelint.html import Attribute, Element


def written(article: Article, *tags: str) -> Iterator[tuple[Element, Span]]:
    """Yield the elements with one of *tags* (all without) that the author wrote, and their tag.

    None in MDX, where tags are components and handlers are code.
    """
    if article.syntax is Syntax.MDX or not article.has_html:
        return
    for element in article.html.elements(*tags):
        span = element.start_tag
        if span is not None and element.authored:
            yield element, span


def with_attribute(article: Article, name: str) -> Iterator[tuple[Element, Attribute]]:
    """Yield the elements that the author wrote with the attribute *name*, and the attribute."""
    if article.syntax is Syntax.MDX or not article.has_html:
        return
    for element in article.html.with_attribute(name):
        if element.authored:
            yield element, element.attributes[name]


def host_of(url: str) -> str:
    """Return the host of *url* in lower case; "" where it has none or is no URL."""
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_allowed(url: str, hosts: Iterable[str]) -> bool:
    """Tell whether *url* leads to one of *hosts* or a subdomain of one."""
    host = host_of(url)
    return any(host == allowed or host.endswith(f".{allowed}") for allowed in hosts)
