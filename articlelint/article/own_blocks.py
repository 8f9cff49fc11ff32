"""Blocks that a site has added to its templates, whose text a program may read anyhow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.templates import TemplateTag
    from articlelint.text.span import Span

_USUAL: Final = frozenset(
    {
        *("if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "block"),
        *("ifchanged", "layout", "macro", "call", "set", "filter", "switch", "verbatim"),
        *("ifAsync", "asyncEach", "asyncAll"),
    }
)
"""The blocks of Liquid and Nunjucks: what stands in them is put out as it is."""


def contents(tags: Sequence[TemplateTag]) -> tuple[Span, ...]:
    """Return the contents of the blocks among *tags* that the language does not have itself."""
    return tuple(tag.content for tag in tags if tag.content and tag.name not in _USUAL)
