"""One run over blocks: a source, how far it was read, and where what is found goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.kramdown.model import Block
from articlelint.markdown.kramdown.patterns import BLANK, END_OF_BLOCK, IAL

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from articlelint.markdown.dialect import DefinitionPlace, Slip
    from articlelint.markdown.kramdown.model import AttributeList, Options
    from articlelint.markdown.kramdown.source import Source


class Text:
    """What is known of a whole text: definitions of links, footnotes and attributes.

    *run* reads the blocks of a scope; it is here for those that hold blocks themselves.
    """

    def __init__(self, options: Options, run: Callable[[Scope], bool]) -> None:
        self.options = options
        self.run = run
        self.links: dict[str, tuple[str, DefinitionPlace, Block]] = {}
        self.footnotes: dict[str, Block] = {}
        self.attribute_lists: dict[str, AttributeList] = {}
        self.slips: list[Slip] = []


class Scope:
    """The blocks of one source, or of one element of HTML in it whose content is Markdown.

    *element* is that element's name. *dead* remembers what was looked for in vain, and from where.
    """

    __slots__ = (
        "at", "attributes", "children", "dead", "depth", "element", "is_closed", "source", "text",
    )  # fmt: skip

    def __init__(
        self, text: Text, source: Source, at: int, children: list[Block], depth: int
    ) -> None:
        self.text = text
        self.source = source
        self.at = at
        self.children = children
        self.depth = depth
        self.attributes: AttributeList | None = None
        self.element: str | None = None
        self.is_closed = False
        self.dead: dict[Hashable, int] = {}

    def inside(self, element: str, at: int, children: list[Block]) -> Scope:
        """Return the scope of the content of *element*, which begins at *at*."""
        scope = Scope(self.text, self.source, at, children, self.depth + 1)
        scope.element = element
        scope.dead = self.dead
        return scope

    def read(self, source: Source, children: list[Block]) -> None:
        """Read the blocks of *source*, which lies within this scope, into *children*."""
        self.text.run(Scope(self.text, source, 0, children, self.depth + 1))

    @property
    def last(self) -> Block | None:
        """Return the last block found."""
        return self.children[-1] if self.children else None

    def add(self, kind: str, end: int, begin: int = 0, finish: int = 0) -> Block:
        """Add a block that reaches up to *end*, and go on there."""
        block = Block(kind, self.source, self.at, end, begin, finish)
        block.attributes, self.attributes = self.attributes, None
        self.children.append(block)
        self.at = end
        return block

    def line_end(self) -> int:
        """Return where the line ends, its line feed included."""
        return self.source.text.index("\n", self.at) + 1

    @property
    def is_at_boundary(self) -> bool:
        """Tell whether a new block may begin here that needs a blank line before it."""
        last = self.last
        return (
            last is None
            or last.kind == "blank"
            or (last.kind == "end" and last.data is None)
            or self.attributes is not None
        )

    def is_boundary(self, at: int) -> bool:
        """Tell whether *at* a block may end that needs a blank line behind it."""
        text = self.source.text
        return (
            at >= len(text)
            or BLANK.match(text, at) is not None
            or END_OF_BLOCK.match(text, at) is not None
            or IAL.match(text, at) is not None
        )

    def fails(self, what: Hashable, at: int) -> bool:
        """Tell whether *what* was looked for in vain from *at* or from before."""
        return self.dead.get(what, at + 1) <= at

    def failed(self, what: Hashable, at: int) -> None:
        """Remember that *what* is not to be found from *at* on."""
        self.dead[what] = min(at, self.dead.get(what, at))
