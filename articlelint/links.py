"""The links of an article, gathered once, whatever syntax they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.templates import is_dynamic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article import Article
    from articlelint.span import Span

_HTML_LINKS = (("a", "href"), ("area", "href"), ("iframe", "src"))


@dataclass(frozen=True, slots=True)
class Link:
    """One link.

    *url* is the target as the browser gets it, *span* the target as written, *element* the
    whole construct, *text* what the reader clicks on. *place* is the element's name in HTML,
    and ``inline``, ``reference`` or ``autolink`` in Markdown.
    """

    url: str
    span: Span
    element: Span
    text: str
    place: str
    dynamic: bool = False


def links(article: Article) -> tuple[Link, ...]:
    """Return the links of *article* in reading order."""
    found = list(_from_markdown(article))
    if article.has_html:
        found += _from_html(article)
    return tuple(sorted(found, key=lambda link: link.span))


def _from_markdown(article: Article) -> Iterator[Link]:
    markdown = article.markdown
    for node in markdown.nodes("Link"):
        parts = markdown.link_parts(node)
        url = node.data["dest_url"]
        kind = node.data["link_type"]
        autolink = kind in {"Autolink", "Email"}
        place = "autolink" if autolink else "inline" if kind == "Inline" else "reference"
        yield Link(
            url=f"mailto:{url}" if kind == "Email" else url,
            span=parts.destination or node.span,
            element=node.span,
            text=markdown.text_of(node),
            place=place,
            dynamic=is_dynamic(url),
        )


def _from_html(article: Article) -> Iterator[Link]:
    html = article.html
    for tag, name in _HTML_LINKS:
        for element in html.elements(tag):
            attribute = element.attributes.get(name) if element.authored else None
            if attribute is not None:
                yield Link(
                    url=attribute.value.strip(),
                    span=attribute.value_span,
                    element=element.span,
                    text=element.text(),
                    place=tag,
                    dynamic=is_dynamic(attribute.value) or attribute.value.startswith("{"),
                )
