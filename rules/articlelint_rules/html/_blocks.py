"""What readers call the elements that Markdown makes by itself."""

from bisect import bisect_right
from typing import Final

from articlelint import HEADINGS, Article, Node, Span, Syntax, TagPlace

_NAMES: Final = {
    "a": "link",
    "blockquote": "quotation",
    "dd": "definition",
    "del": "deleted text",
    "em": "emphasis",
    **dict.fromkeys(HEADINGS, "heading"),
    "li": "list item",
    "ol": "list",
    "p": "paragraph",
    "pre": "code block",
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


def is_in_text(article: Article, span: Span) -> bool:
    """Tell whether the tag at *span* stands in a line of Markdown, where backticks help."""
    if article.syntax is not Syntax.MARKDOWN:
        return False
    blocks = article.markdown.nodes("HtmlBlock")
    index = bisect_right(blocks, span.start, key=_start) - 1
    return index < 0 or not blocks[index].span.encloses(span)


def _start(node: Node) -> int:
    return node.span.start
