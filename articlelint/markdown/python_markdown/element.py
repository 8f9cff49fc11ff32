"""The tree that Python-Markdown's block parser makes, its texts with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.python_markdown.features import BlockKind
    from articlelint.markdown.python_markdown.mapped import Mapped


class Element:
    """An element; *text* is what stands before its first child, *tail* what follows its end.

    Both are Markdown that is still to be read. *start* and *end* are what is known of its
    place; an element reaches over its children at least. *data* is what only some have.
    """

    __slots__ = ("attributes", "children", "data", "end", "start", "tag", "tail", "text")

    def __init__(self, tag: str, start: int, end: int, data: Any = None) -> None:
        self.tag = tag
        self.start = start
        self.end = end
        self.data = data
        self.attributes: dict[str, str | None] = {}
        self.children: list[Element] = []
        self.text: Mapped | None = None
        self.tail: Mapped | None = None

    def __repr__(self) -> str:
        return f"<{self.tag} {self.start}-{self.end} {self.text} {self.children} {self.tail}>"

    def add(self, tag: str, start: int, end: int, data: Any = None) -> Element:
        """Return a new last child."""
        child = Element(tag, start, end, data)
        self.children.append(child)
        return child

    @property
    def last(self) -> Element | None:
        """Return the last child."""
        return self.children[-1] if self.children else None

    def has_text(self) -> bool:
        """Tell whether there is text, white space included."""
        return self.text is not None and bool(self.text.text)

    def walk(self) -> Iterator[Element]:
        """Yield the element and all in it, in document order."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending += element.children[::-1]


class Raw(NamedTuple):
    """HTML that was taken out of the text."""

    content: Mapped


class Fence(NamedTuple):
    """A block of fenced code that was taken out of the text.

    *lines* are all of them, its fences too, after *prefix* characters of quote and indentation.
    """

    language: str
    lines: Mapped
    prefix: int


class Definition(NamedTuple):
    """A link reference definition, and where it and its parts stand in the source."""

    label: str
    url: str
    title: str | None
    span: tuple[int, int] | None
    url_span: tuple[int, int] | None
    title_span: tuple[int, int] | None


class Custom(NamedTuple):
    """What the author names an element by; its *content* is ``blocks``, ``text``, or as it stands.

    That is ``raw``, shown as text, or ``html``.
    """

    content: str


class Figure(NamedTuple):
    """What is said of a figure by its caption: its kind, how deep it is, or its number."""

    kind: BlockKind
    level: str | None
    number: str | None
