"""What the text of a block is read into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.inline.reader import Reader


class Inline:
    """A construct in the text of a block, named as pyromark names its event.

    Places are offsets in that text. Text, references and HTML of the author's own are parts of
    the text around them; everything else is an element, which divides it.
    """

    __slots__ = ("attributes", "children", "data", "end", "kind", "reader", "start")

    reader: Reader

    def __init__(
        self,
        kind: str,
        data: Any,
        start: int,
        end: int,
        children: list[Inline | Run] | None = None,
    ) -> None:
        self.kind = kind
        self.data = data
        self.start = start
        self.end = end
        self.children = children
        self.attributes: dict[str, str | None] | None = None

    def __repr__(self) -> str:
        return f"Inline({self.kind!r}, {self.data!r}, {self.start}, {self.end}, {self.children})"

    @property
    def is_element(self) -> bool:
        """Tell whether it divides the text around it."""
        return self.kind not in PARTS_OF_TEXT


PARTS_OF_TEXT = frozenset({"Text", "InlineHtml", "Markup"})


class Run:
    """Text between elements that begins at *start*; what was found in it is hidden.

    Nothing more is looked for in text that is final.
    """

    __slots__ = ("is_final", "reader", "start", "text")

    def __init__(self, reader: Reader, text: str, start: int, *, is_final: bool = False) -> None:
        self.reader = reader
        self.text = text
        self.start = start
        self.is_final = is_final

    def __repr__(self) -> str:
        return f"Run({self.text!r}, {self.start})"
