"""What readers call the elements that Markdown makes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articlelint import Article
    from articlelint.html import TagPlace

_NAMES: Final = {
    "blockquote": "quotation",
    "dd": "definition",
    "del": "deleted text",
    "em": "emphasis",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "li": "list item",
    "ol": "list",
    "p": "paragraph",
    "strong": "emphasis",
    "table": "table",
    "td": "table cell",
    "th": "table cell",
    "tr": "table row",
    "ul": "list",
}


def made_by_markdown(article: Article, start: int, end: int) -> bool:
    """Tell whether the tag ``html[start:end]`` is Markdown's own, and in no source."""
    return start < end and not article.rendering.source_map.is_verbatim(start, end)


def block_name(article: Article, place: TagPlace | None) -> str | None:
    """Return what the element of a tag is called, where Markdown made it; None otherwise."""
    if place is None or not made_by_markdown(article, place.start, place.end):
        return None
    return _NAMES.get(place.tag, place.tag)
