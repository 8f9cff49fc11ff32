"""The frame of front matter, before its content is read: which format, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.front_matter.model import (
    FenceDefect,
    Format,
    FrontMatter,
    Mapping,
    SyntaxProblem,
    Value,
)
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.text.span import Span


class Block(NamedTuple):
    """Where a block of front matter stands; the fields mean what they do in FrontMatter."""

    format: Format
    span: Span
    content: Span
    opening: Span | None
    closing: Span | None
    defects: tuple[FenceDefect, ...] = ()
    unclosed: bool = False
    bare: bool = False  # JSON without braces, as Hexo writes it
    unreadable: bool = False  # a script (gray-matter's `---js`), which nobody runs here
    reading: Reading | None = None  # where the end could only be found by reading


class Reading(NamedTuple):
    """What a block holds: *value*, or the *problems* for which it cannot be read.

    Where there are problems there is no value: the generator would not get one either.
    """

    value: Value | None = None
    problems: tuple[SyntaxProblem, ...] = ()

    def within(self, block: Block) -> FrontMatter:
        """Return the front matter of *block* with what was read."""
        value = None if self.problems else self.value
        mapping = value if isinstance(value, Mapping) else None
        return FrontMatter(
            format=block.format,
            span=block.span,
            content=block.content,
            opening=block.opening,
            closing=block.closing,
            root=mapping,
            top_level=None if mapping else value,
            problems=self.problems,
            fence_defects=block.defects,
            unclosed=block.unclosed,
        )
