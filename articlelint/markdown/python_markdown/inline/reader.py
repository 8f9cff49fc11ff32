"""The text of a block, read by one pass for each kind of construct, the strongest first.

What a pass finds is hidden from those after it: characters that are nothing take its place, so
that all places stay what they are. The order is that of ``build_inlinepatterns`` of
``markdown/inlinepatterns.py``; what stands in a link is read by the passes after it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from articlelint.markdown.python_markdown.blocks.parser import BlockStep
    from articlelint.markdown.python_markdown.element import Definition
    from articlelint.markdown.python_markdown.features import Features
    from articlelint.markdown.python_markdown.inline.delimiters import Delimiter
    from articlelint.markdown.python_markdown.mapped import Mapped

_HIDDEN: Final = regex(r"\x02\x03*+")

Pass = Callable[["Reader", str, int, int], str]
"""Takes the text, where it begins in that of the block, and the number of the next pass.

Returns the text with what it has found hidden.
"""


class Step(NamedTuple):
    """A pass, and of what a text has at least one where it finds anything.

    *pattern* is a regular expression for more than the signs, where those are frequent.
    """

    run: Pass
    signs: tuple[str, ...]
    needs_references: bool = False
    pattern: str = ""


class Steps(NamedTuple):
    """What reads blocks, and what reads their text."""

    processors: tuple[BlockStep, ...]
    passes: tuple[Step, ...]
    emphasis: Mapping[str, Delimiter]
    marks: Mapping[str, Delimiter]


class Context(NamedTuple):
    """What is known of the whole text.

    *passes* are those that may find something in it, *special* what each block with anything
    for them has, and *notable* what one that is anything but plain text has. *symbols* are the
    names of those in it. There may be lists of attributes only where *attribute_lists*.
    """

    features: Features
    steps: Steps
    passes: tuple[Step, ...]
    special: re.Pattern[str]
    notable: re.Pattern[str]
    symbols: tuple[str, ...]
    attribute_lists: bool
    references: Mapping[str, Definition]
    footnotes: Mapping[str, Mapped]
    abbreviations: re.Pattern[str] | None
    titles: Mapping[str, str]


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


class Reader:
    """One run over the text of a block; *found* has what is hidden, by where it begins."""

    __slots__ = ("at", "context", "effort", "found", "in_link", "source")

    def __init__(self, context: Context, source: Mapped) -> None:
        self.context = context
        self.source = source
        self.found: dict[int, Inline] = {}
        self.in_link = False
        self.effort = 50 * len(source.text) + 10_000

    def read(self) -> list[Inline | Run]:
        """Return what the text consists of."""
        return self.process(self.source.text, 0, 0)

    def process(self, text: str, offset: int, number: int) -> list[Inline | Run]:
        """Return what *text* consists of, by the passes from *number* on."""
        if self.context.special.search(text) is None:
            return self.divided(text, offset)
        passes = self.context.passes
        for index in range(number, len(passes)):
            run, signs, _, _ = passes[index]
            for sign in signs:
                if sign in text:
                    text = run(self, text, offset, index + 1)
                    break
        return self.divided(text, offset)

    def divided(self, text: str, offset: int) -> list[Inline | Run]:
        """Return the elements that are hidden in *text*, and the text between them."""
        if "\x02" not in text:
            return [Run(self, text, offset)] if text else []
        parts: list[Inline | Run] = []
        start = 0
        for match in _HIDDEN.finditer(text):
            begin = match.start()
            node = self.found.get(offset + begin)
            if node is None or node.kind in PARTS_OF_TEXT:
                continue
            if begin > start:
                parts.append(Run(self, text[start:begin], offset + start))
            parts.append(node)
            start = node.end - offset
        if start < len(text):
            parts.append(Run(self, text[start:], offset + start))
        return parts

    def hide(self, text: str, offset: int, nodes: Sequence[Inline]) -> str:
        """Return *text* with *nodes* hidden, which are in order."""
        if not nodes:
            return text
        found = self.found
        if len(nodes) == 1:
            node = nodes[0]
            found[node.start] = node
            node.reader = self
            start, end = node.start - offset, node.end - offset
            return text[:start] + "\x02" + "\x03" * (end - start - 1) + text[end:]
        parts = []
        done = 0
        for node in nodes:
            start, end = node.start - offset, node.end - offset
            found[node.start] = node
            node.reader = self
            parts.append(text[done:start])
            parts.append("\x02" + "\x03" * (end - start - 1))
            done = end
        parts.append(text[done:])
        return "".join(parts)

    def shown(self, text: str, offset: int) -> str:
        """Return *text* with what is hidden in it as the text that it shows."""
        if "\x02" not in text:
            return text
        parts = []
        done = 0
        for match in _HIDDEN.finditer(text):
            node = self.found.get(offset + match.start())
            if node is not None:
                parts.append(text[done : match.start()])
                parts.append(self.text_of(node))
                done = node.end - offset
        parts.append(text[done:])
        return "".join(parts)

    def text_of(self, node: Inline) -> str:
        """Return the text in *node*."""
        if node.children is None:
            return node.data if isinstance(node.data, str) else ""
        return "".join(
            [
                self.shown(child.text, child.start)
                if isinstance(child, Run)
                else self.text_of(child)
                for child in node.children
            ]
        )
