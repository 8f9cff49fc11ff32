"""What the rules of this family look at: tags that the author wrote, and how they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Span
    from articlelint.html import Element


def written(article: Article, *tags: str) -> Iterator[tuple[Element, Span]]:
    """Yield the elements with one of *tags* that the author wrote, with their start tag.

    None in MDX, where tags are components.
    """
    if article.syntax is Syntax.MDX or not article.has_html:
        return
    for element in article.html.elements(*tags):
        span = element.start_tag
        if span is not None and element.authored:
            yield element, span


def is_hidden(element: Element) -> bool:
    """Tell whether assistive technology is told to pass the element over."""
    return (
        "hidden" in element.attributes
        or element.get("aria-hidden") == "true"
        or element.get("role") in {"presentation", "none"}
    )


def has_name(element: Element) -> bool:
    """Tell whether the tag itself names the element (ARIA, "Accessible Name Calculation")."""
    return any(
        (element.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title")
    )


def has_content(element: Element) -> bool:
    """Tell whether something inside can be read out: text, an image's alternative, a label."""
    if element.text().strip():
        return True
    return any(
        (inner.get("alt") or "").strip() or has_name(inner) or inner.tag == "svg"
        for inner in element.elements()
    )
