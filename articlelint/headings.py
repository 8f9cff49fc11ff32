"""The headings of an article, Markdown and HTML, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.article import Article
    from articlelint.span import Span

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its *level* from 1 to 6, its text, and the whole construct's span.

    *id* is the one that the author gave it, None where the generator will make one.
    """

    level: int
    text: str
    span: Span
    id: str | None = None


def headings(article: Article) -> tuple[Heading, ...]:
    """Return the headings of *article* in reading order."""
    markdown = article.markdown
    found = [
        Heading(int(node.data["level"][1]), markdown.text_of(node), node.span, node.data["id"])
        for node in markdown.nodes("Heading")
    ]
    if article.has_html:
        for element in article.html.elements(*_TAGS):
            if element.authored:
                anchor = element.attributes.get("id")
                found.append(
                    Heading(
                        int(element.tag[1]),
                        element.text(),
                        element.span,
                        anchor.value if anchor else None,
                    )
                )
    return tuple(sorted(found, key=lambda heading: heading.span))
