"""What of an article's Markdown readers see as it is written."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.article.syntax import Syntax
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articlelint.article.article import Article

INLINE_KINDS: Final = frozenset(
    {"Emphasis", "Image", "Link", "Strikethrough", "Strong", "Subscript", "Superscript"}
)
"""Kinds of events within a block of text."""
_OPAQUE: Final = frozenset({"CodeBlock", "HtmlBlock", "Image", "Link", "MetadataBlock"})
_MOST_BACKSLASHES: Final = 100


class ShownText(NamedTuple):
    """The parts of a text that are not markup: neither code nor links, images or HTML.

    They are offsets into ``article.markdown.text``, which begins at ``article.markdown.offset``
    of the article's text, in reading order.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    blocks: Sequence[int]
    beginnings: Mapping[int, int]
    """Where the content of a block begins, shown or not, by the block's number."""

    def has(self, at: int) -> bool:
        """Tell whether the character at *at* is shown."""
        return self.block(at) is not None

    def block(self, at: int) -> int | None:
        """Return the number of the block in which the character at *at* is shown, if it is."""
        index = bisect_right(self.starts, at) - 1
        return self.blocks[index] if index >= 0 and at < self.ends[index] else None

    def has_all(self, *places: int) -> bool:
        """Tell whether all these characters are shown in the same block."""
        first = self.block(places[0])
        return first is not None and all(self.block(at) == first for at in places[1:])


def shown_text(article: Article) -> ShownText:
    """Return the text that readers see exactly as written; nothing if that is not known; a view."""
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[int] = []
    beginnings: dict[int, int] = {}
    if article.dialect.is_known and article.syntax is not Syntax.HTML:
        hidden = block = 0
        for role, kind, _, start, end in article.markdown.events:
            if role:
                hidden += role if kind in _OPAQUE else 0
                if kind not in INLINE_KINDS:
                    block += 1
                    continue
            if block not in beginnings:
                beginnings[block] = start
            if role or kind != "Text" or hidden or start >= end:
                continue
            if not ends or start >= ends[-1]:
                starts.append(start)
                ends.append(end)
                blocks.append(block)
    return ShownText(starts, ends, blocks, beginnings)


def is_escaped(text: str, at: int) -> bool:
    """Tell whether the character at *at* is escaped by a backslash."""
    before = at
    while before and text[before - 1] == "\\" and at - before < _MOST_BACKSLASHES:
        before -= 1
    return (at - before) % 2 == 1
