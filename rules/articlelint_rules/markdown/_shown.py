"""What of an article's Markdown readers see as it is written."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from articlelint import Article, Syntax


class Shown(NamedTuple):
    """The stretches of a text that are no markup: neither code nor links, images and HTML.

    They are offsets into ``article.markdown.text``, in reading order.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    blocks: Sequence[int]

    def beginning(self, block: int) -> int:
        """Return where the text of a block begins."""
        return self.starts[bisect_left(self.blocks, block)]

    def has(self, at: int) -> bool:
        """Tell whether the character at *at* is shown."""
        return self.block(at) is not None

    def block(self, at: int) -> int | None:
        """Return the number of the block in which the character at *at* is shown, if it is."""
        index = bisect_right(self.starts, at) - 1
        return self.blocks[index] if index >= 0 and at < self.ends[index] else None

    def has_all(self, *places: int) -> bool:
        """Tell whether all these characters are shown, in one block."""
        first = self.block(places[0])
        return first is not None and all(self.block(at) == first for at in places[1:])


def shown(article: Article) -> Shown:
    """Return what readers see as it is written; nothing where that is not known; a view."""
    starts: list[int] = []
    ends: list[int] = []
    blocks: list[int] = []
    if article.dialect.is_known and article.syntax is not Syntax.HTML:
        hidden = block = 0
        for role, kind, _, start, end in article.markdown.events:
            if role:
                hidden += role if kind in _OPAQUE else 0
                block += kind not in INLINE
            elif kind == "Text" and not hidden and start < end and (not ends or start >= ends[-1]):
                starts.append(start)
                ends.append(end)
                blocks.append(block)
    return Shown(starts, ends, blocks)


INLINE = frozenset(
    {"Emphasis", "Image", "Link", "Strikethrough", "Strong", "Subscript", "Superscript"}
)
_OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "Image", "Link", "MetadataBlock"})


def is_escaped(text: str, at: int) -> bool:
    """Tell whether a backslash takes from the character at *at* what it means."""
    before = at
    while before and text[before - 1] == "\\" and at - before < _MOST_BACKSLASHES:
        before -= 1
    return (at - before) % 2 == 1


_MOST_BACKSLASHES = 100
