"""Blocks that a site has added to its templates, whose text a program may read anyhow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articlelint.article.document import Document
    from articlelint.text.span import Span

_USUAL: Final = frozenset(
    {
        *("if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "block"),
        *("ifchanged", "layout", "macro", "call", "set", "filter", "switch", "verbatim"),
        *("ifAsync", "asyncEach", "asyncAll"),
    }
)
"""The blocks of Liquid and Nunjucks: what stands in them is put out as it is."""


def own_blocks(article: Document) -> tuple[Span, ...]:
    """Return where the content of the site's own blocks is, if a program may read it; a view."""
    if not article.site.generator.blocks_take_text:
        return ()
    tags = article.masked.tags
    return tuple(tag.content for tag in tags if tag.content and tag.name not in _USUAL)
