"""The loop that hands each block of a text to the first processor that takes it.

A block is what stands between empty lines. Processors may take a part of it and put the rest
back, and read the parts by the same loop. The rules are ``markdown/blockparser.py`` and
``markdown/blockprocessors.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.element import Element
from articlelint.markdown.python_markdown.mapped import Mapped, joined
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.markdown.python_markdown.blocks.headers import Open
    from articlelint.markdown.python_markdown.element import Definition
    from articlelint.markdown.python_markdown.features import Features

Processor = Callable[["BlockParser", Element, list[Mapped]], bool]
"""Takes the last of the blocks, which is the next, or leaves it and returns False."""


class BlockStep(NamedTuple):
    """A processor; where it finds anything, a whole text has at least one of *signs*, if any.

    A block that it takes has *sign*, or begins with *indent* where that is any.
    """

    run: Processor
    signs: tuple[str, ...] = ()
    sign: str = ""
    indent: str = ""


_DEEPEST: Final = 60
"""How deep blocks may stand in each other; what is deeper is text."""
_EFFORT: Final = 200
"""How often a text may be looked at again on the whole, so that none takes long."""
_LABEL: Final = r"\[(?:[^\[\]]*+|\^[^\]]{0,300}+)\]:"
_SPECIAL: Final = rf"(?:[ ]{{4}}|[ ]{{0,3}}(?:[-*+_>:/=]|[0-9]++\.[ ]|{_LABEL})|[#!?$\\\x02\n])"
_SPECIAL_FIRST: Final = regex(_SPECIAL)
_SPECIAL_LATER: Final = regex(rf"\n{_SPECIAL}")
"""What a line of a block begins with that may be more than a paragraph."""


class BlockParser:
    """One run over a text.

    *stash* is what was taken out of it. *state* are the lists and quotes that are being read,
    the innermost last, *open_blocks* those that a line of slashes ends. What is defined is gathered
    on the way, and what was taken out and put back: *restored*.
    """

    def __init__(
        self, features: Features, processors: Sequence[BlockStep], stash: Sequence[object]
    ) -> None:
        self.features = features
        self.tab = features.tab_length
        self.indent = " " * features.tab_length
        self.stash = stash
        self.state: list[str] = []
        self.references: dict[str, Definition] = {}
        self.footnotes: dict[str, Mapped] = {}
        self.abbreviations: dict[str, str] = {}
        self.open_blocks: list[Open] = []
        self.restored: list[str] = []
        self.tab_groups = 0
        self._processors = processors
        self._depth = 0
        self._effort = 0

    def document(self, text: Mapped) -> Element:
        """Return the tree of a whole text."""
        root = Element("div", 0, 0)
        self._effort = _EFFORT * len(text.text)
        self.chunk(root, text)
        return root

    def all_footnotes(self) -> list[tuple[str, Element]]:
        """Return the footnotes, read, by where they begin."""
        found = []
        for label, text in list(self.footnotes.items()):
            note = Element("footnote", text.starts[0], text.end(len(text.text)))
            self.chunk(note, text)
            found.append((label, note))
        return sorted(found, key=lambda each: each[1].start)

    def chunk(self, parent: Element, text: Mapped) -> None:
        """Read *text* into *parent*."""
        self.read(parent, split(text))

    def read(self, parent: Element, blocks: list[Mapped]) -> None:
        """Read *blocks* into *parent*."""
        blocks.reverse()
        self._depth += 1
        processors = self._processors if self._depth < _DEEPEST else self._processors[-1:]
        while blocks:
            block = blocks[-1]
            text = block.text
            if text and self.is_plain(text):
                blocks.pop()
                paragraph(self, parent, block)
                continue
            if not text:
                empty(self, parent, blocks)
                continue
            for run, _, sign, indent in processors:
                if sign not in text and not (indent and text.startswith(indent)):
                    continue
                if run(self, parent, blocks):
                    break
            self._effort -= len(text)
            if self._effort < 0:
                processors = self._processors[-1:]
        self._depth -= 1

    def is_plain(self, text: str) -> bool:
        """Tell whether a block is certainly nothing but a paragraph."""
        return not self.open_blocks and not _may_be_special(text)

    def is_in(self, state: str) -> bool:
        """Tell what is being read, the innermost."""
        return bool(self.state) and self.state[-1] == state

    @contextmanager
    def reading(self, state: str) -> Iterator[None]:
        """Note what is read meanwhile."""
        self.state.append(state)
        yield
        self.state.pop()


def _may_be_special(text: str) -> bool:
    """Tell whether a block may be more than a paragraph."""
    if _SPECIAL_FIRST.match(text) is not None:
        return True
    return "\n" in text and ("|" in text or _SPECIAL_LATER.search(text) is not None)


def split(text: Mapped) -> list[Mapped]:
    """Return the blocks of *text*."""
    parts = text.text.split("\n\n")
    if len(parts) == 1:
        return [text]
    blocks = []
    start = 0
    if len(text.cuts) == 1:
        place = text.starts[0]
        for block in parts:
            blocks.append(Mapped.of(block, place))
            place += len(block) + 2
        return blocks
    for block in parts:
        end = start + len(block)
        blocks.append(text.slice(start, end))
        start = end + 2
    return blocks


def paragraph(parser: BlockParser, parent: Element, block: Mapped) -> None:
    """Add what is left: the text of an item, or a paragraph."""
    if not block.text.strip():
        return
    if not parser.is_in("list"):
        text = block.without_leading()
        child = parent.add("p", text.starts[0], text.end(len(text.text)))
        child.text = text
        return
    sibling = parent.last
    if sibling is None:
        text = block.without_leading()
        parent.text = added(parent.text, text) if parent.has_text() else text
    elif sibling.tail is not None and sibling.tail.text:
        sibling.tail = added(sibling.tail, block)
    else:
        sibling.tail = added(Mapped.of("", block.starts[0]), block)


def added(text: Mapped | None, more: Mapped) -> Mapped:
    """Return *more* as further lines of *text*."""
    return joined([text, more], "\n") if text is not None else more


def paragraphs(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take anything."""
    paragraph(parser, parent, blocks.pop())
    return True


def empty(parser: BlockParser, parent: Element, blocks: list[Mapped]) -> bool:
    """Take an empty block, or the empty line that one begins with."""
    text = blocks[-1].text
    if text and not text.startswith("\n"):
        return False
    block = blocks.pop()
    filler = "\n\n"
    if text:
        filler = "\n"
        if len(text) > 1:
            blocks.append(block.after(1))
    code = parent.last
    if code is not None and code.tag == "pre" and isinstance(code.data, list):
        code.data.append(Mapped.of(filler, block.starts[0]))
    return True
