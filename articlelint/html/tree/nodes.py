"""What a page's tree is made of: elements, their attributes, and text, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articlelint.html.tree.markup import value_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.html.tree.document import HtmlDocument
    from articlelint.text.span import Span


class Attribute:
    """One attribute as it stands in a start tag.

    *name* is in lower case. *value* has its character references decoded, and is empty if the
    attribute has none. *element* is the element that has the attribute.
    """

    __slots__ = ("_document", "_offsets", "element", "name", "value")

    def __init__(self, element: Element, name: str, value: str, start: int, end: int) -> None:
        self._document = element.document
        self._offsets = (start, end)
        self.element = element
        self.name = name
        self.value = value

    def __repr__(self) -> str:
        return f"Attribute({self.name!r}, {self.value!r})"

    @property
    def offsets(self) -> tuple[int, int]:
        """Return where ``name="value"`` stands in the page's HTML."""
        return self._offsets

    @property
    def value_offsets(self) -> tuple[int, int]:
        """Return where the value stands in the page's HTML, without its quotes."""
        return value_offsets(self._document.html, *self._offsets)

    @property
    def span(self) -> Span:
        """Return the span of ``name="value"`` in the article."""
        return self._document.span(*self._offsets)

    @property
    def value_span(self) -> Span:
        """Return the span of the value in the article, without its quotes.

        It is empty, and stands after the name, where the attribute has no value.
        """
        return self._document.span(*self.value_offsets)


class Text:
    """A run of text between tags; *value* has its character references decoded."""

    __slots__ = ("_document", "_node", "value")

    def __init__(self, document: HtmlDocument, node: Any) -> None:
        self._document = document
        self._node = node
        self.value: str = node.data

    def __repr__(self) -> str:
        return f"Text({self.value!r})"

    @property
    def offsets(self) -> tuple[int, int]:
        """Return where the text stands in the page's HTML.

        The parser says nothing about text, so it is what lies between the node before and
        the next tag; where the parser moved text (out of a table, say) that is only near it.
        """
        start = self._document.start_of_text(self._node)
        return start, self._document.end_of_text(start)

    @property
    def span(self) -> Span:
        """Return the span of the text in the article; see ``offsets``."""
        return self._document.span(*self.offsets)


class Element:
    """One element of the page."""

    __slots__ = ("_attributes", "_authored", "_children", "_document", "_location", "_node", "tag")

    def __init__(self, document: HtmlDocument, node: Any) -> None:
        self._document = document
        self._node = node
        self._location = node.source_location
        self._attributes: dict[str, Attribute] | None = None
        self._children: list[Element | Text] | None = None
        self._authored: bool | None = None
        self.tag: str = node.tag

    def __repr__(self) -> str:
        return f"<{self.tag}>"

    @property
    def document(self) -> HtmlDocument:
        """Return the page."""
        return self._document

    @property
    def namespace(self) -> str:
        """Return "html", "svg" or "math"."""
        return str(self._node.namespace.value)

    @property
    def attributes(self) -> dict[str, Attribute]:
        """Return the attributes by their name in lower case, in the tag's order."""
        if self._attributes is None:
            self._attributes = {}
            if self._location is not None:
                offset = self._document.offset
                value_of = self._node.attr
                for name, place in self._location.attrs.items():
                    self._attributes[name] = Attribute(
                        self,
                        name,
                        value_of(name, ""),
                        offset(place.start_offset),
                        offset(place.end_offset),
                    )
        return self._attributes

    def get(self, name: str) -> str | None:
        """Return the value of the attribute *name*; None if the element does not have it."""
        attribute = self.attributes.get(name)
        return None if attribute is None else attribute.value

    @property
    def start_offsets(self) -> tuple[int, int] | None:
        """Return where the start tag stands in the page's HTML; None when it was implied."""
        if self._location is None:
            return None
        place = self._location.start_tag
        offset = self._document.offset
        return offset(place.start_offset), offset(place.end_offset)

    @property
    def end_offsets(self) -> tuple[int, int] | None:
        """Return where the end tag stands in the page's HTML; None when it was implied."""
        if self._location is None or self._location.end_tag is None:
            return None
        place = self._location.end_tag
        offset = self._document.offset
        return offset(place.start_offset), offset(place.end_offset)

    @property
    def start_tag(self) -> Span | None:
        """Return the start tag's span in the article; None when the parser implied it.

        An element that the parser opened again after closing it (``<b><p>x</b>y``) counts as
        implied: its start tag belongs to the first one.
        """
        offsets = self.start_offsets
        return None if offsets is None else self._document.span(*offsets)

    @property
    def tag_span(self) -> Span:
        """Return the start tag's span; raises ValueError where the parser implied it."""
        span = self.start_tag
        if span is None:
            raise ValueError(f"nobody wrote {self!r}")
        return span

    @property
    def end_tag(self) -> Span | None:
        """Return the end tag's span in the article; None if there is none."""
        offsets = self.end_offsets
        return None if offsets is None else self._document.span(*offsets)

    @property
    def offsets(self) -> tuple[int, int]:
        """Return where the element stands in the page's HTML, from tag to tag.

        Without an end tag it reaches to the end of what it holds.
        """
        return self._document.offsets_of(self._node)

    @property
    def span(self) -> Span:
        """Return the element's span in the article; see ``offsets``."""
        return self._document.span(*self.offsets)

    @property
    def authored(self) -> bool:
        """Tell whether the author wrote this start tag as HTML, so that an edit can reach it."""
        if self._authored is None:
            offsets = self.start_offsets
            self._authored = offsets is not None and self._document.source_map.is_verbatim(*offsets)
        return self._authored

    @property
    def parent(self) -> Element | None:
        """Return the element that holds this one; None at the top of the page."""
        return self._document.parent_of(self._node)

    @property
    def children(self) -> list[Element | Text]:
        """Return the elements and texts directly inside; comments are left out."""
        if self._children is None:
            self._children = self._document.children_of(self._node)
        return self._children

    def ancestors(self) -> Iterator[Element]:
        """Yield the parent, its parent, and so on to the top."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def elements(self, *tags: str) -> list[Element]:
        """Return the elements inside this one, in document order; all of them without tags."""
        return [self._document.wrap(node) for node in self._node.iter_elements(tags or None)]

    def holds(self, *tags: str) -> bool:
        """Tell whether an element of these *tags* is inside this one."""
        return any(True for _ in self._node.iter_elements(tags))

    def text(self) -> str:
        """Return all text inside, in document order."""
        text: str = self._node.text
        return text
