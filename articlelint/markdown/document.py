"""A Markdown text and the nodes in it, found by kind."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.dialect import Slip, Tag
from articlelint.markdown.events import END, LEAF, START, Event
from articlelint.named_tuple import NamedTuple
from articlelint.templates import FILLER
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articlelint.markdown.dialect import Dialect

COMMON_MARK: Final = CommonMark()

_HTML: Final = regex(r"<[A-Za-z/!?]")
_MASKED: Final = (f"<!--{FILLER}", "<!---->")
_TEXTS: Final = frozenset({"Text", "Code", "InlineMath", "DisplayMath"})
_LONGEST_ALT: Final = 1_000
"""Of an image with much in it, such as other images, no more of the text is kept."""
_NEAR: Final = 50
"""Within so many events the end of nearly all constructs is found."""
_BREAKS: Final = frozenset({"SoftBreak", "HardBreak"})


class Node(NamedTuple):
    """A construct of Markdown.

    *kind* is pyromark's name (``Heading``, ``Link``, ``Image``, ``CodeBlock``, ``Code``,
    ``HtmlBlock``, ``InlineHtml``, ``Paragraph``, ``Item``, ``Table``, ``SoftBreak`` ...), *span*
    the construct's in the article, *data* pyromark's (its ``link_type`` always a name), *index*
    its event's in ``Markdown.events``.
    """

    kind: str
    span: Span
    data: Any
    index: int  # type: ignore[assignment]  # hides a method of tuples


class Definition(NamedTuple):
    """A link reference definition: ``[label]: destination "title"``, and its article span."""

    label: str
    destination: str
    title: str | None
    span: Span


class Markdown:
    """A Markdown text that begins at *offset* of its article.

    *text* has its template tags masked; *dialect* is how the site's own parser reads it.
    """

    def __init__(self, text: str, offset: int = 0, dialect: Dialect = COMMON_MARK) -> None:
        self.text = dialect.prepared(text)
        self.offset = offset
        self.dialect = dialect

    @cached_property
    def events(self) -> list[Event]:
        """Return the events in reading order; their offsets count from the text's beginning."""
        return self.dialect.events(self.text)

    @cached_property
    def slips(self) -> Sequence[Slip]:
        """Return what the parser does not take as the author meant it, by place in the article."""
        offset, slips = self.offset, self.dialect.slips(self.text)
        if not offset:
            return slips
        tags: dict[Tag, Tag] = {}  # a tag is among those around of any number of slips

        def moved(tag: Tag) -> Tag:
            if tag not in tags:
                tags[tag] = Tag(tag.name, tag.start + offset, tag.end + offset)
            return tags[tag]

        return [
            Slip(kind, moved(tag), tuple(map(moved, around)), start + offset, end + offset)
            for kind, tag, around, start, end in slips
        ]

    @cached_property
    def has_html(self) -> bool:
        """Tell whether the author wrote HTML; what masks a template tag does not count."""
        if _HTML.search(self.text) is None:
            return False
        return bool(self.dialect.slips(self.text)) or any(
            data.strip() and not data.lstrip().startswith(_MASKED) for data in self._html_events
        )

    @cached_property
    def html(self) -> str:
        """Return the source of all HTML in the text, in lower case."""
        return "\n".join(self._html_events).lower()

    @property
    def _html_events(self) -> list[str]:
        indices, events = self._indices, self.events
        return [
            events[index][2] for kind in ("Html", "InlineHtml") for index in indices.get(kind, ())
        ]

    def nodes(self, *kinds: str) -> Sequence[Node]:
        """Return the nodes of *kinds* in reading order, an outer one before those in it."""
        found = self._nodes.get(kinds)
        if found is None:
            indices = self._indices
            wanted = [index for kind in kinds for index in indices.get(kind, ())]
            if len(kinds) > 1:
                wanted.sort()
            found = self._nodes[kinds] = tuple([self._node(index) for index in wanted])
        return found

    def places(self, *kinds: str) -> list[tuple[int, int]]:
        """Return where the nodes of *kinds* begin and end in the text, in reading order."""
        wanted = sorted(index for kind in kinds for index in self._indices.get(kind, ()))
        return [self.events[index][3:] for index in wanted]

    @cached_property
    def places_by_label(self) -> dict[str, tuple[Span | None, Span | None]]:
        """Return where destinations and titles stand in definitions, of those asked for so far."""
        return {}

    @cached_property
    def _nodes(self) -> dict[tuple[str, ...], Sequence[Node]]:
        return {}

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, (role, kind, _, _, _) in enumerate(self.events):
            if role != END:
                if kind in found:
                    found[kind].append(index)
                else:
                    found[kind] = [index]
        return found

    def _node(self, index: int) -> Node:
        _, kind, data, start, end = self.events[index]
        if kind in {"Link", "Image"}:
            link_type = data["link_type"]
            if link_type == "Collapsed" and self.text.startswith("[]", end):
                end += 2  # pulldown-cmark leaves them out
            elif isinstance(link_type, dict):
                data = {**data, "link_type": "WikiLink"}
        return Node(kind, Span(start + self.offset, end + self.offset), data, index)

    def text_of(self, node: Node) -> str:
        """Return the text in *node* as a reader sees it: no markup, a line break is a space.

        Of an image it is the alternative text, of a leaf its own text.
        """
        role, kind, data, _, _ = self.events[node.index]
        if role == LEAF:
            return data if isinstance(data, str) else ""
        first, last = node.index + 1, self.end_of(node)
        if last - first < _NEAR:
            return "".join(map(_shown, self.events[first:last]))
        text, starts = self._texts
        start, end = starts[first], starts[last]
        if kind == "Image":  # each holds the text of those in it
            end = min(end, start + _LONGEST_ALT)
        return text[start:end]

    @cached_property
    def words(self) -> str:
        """Return all text that is neither code in a line nor markup: what marks are shown in."""
        events = self.events
        return "\n".join([events[index][2] for index in self._indices.get("Text", ())])

    @cached_property
    def _texts(self) -> tuple[str, list[int]]:
        """Return the text of all events, and where in it that of each begins."""
        pieces = [_shown(event) for event in self.events]
        return "".join(pieces), [0, *accumulate(map(len, pieces))]

    def end_of(self, node: Node) -> int:
        """Return the index of the event that ends *node*, of a leaf its own."""
        events, depth = self.events, 0
        for index in range(node.index, min(len(events), node.index + _NEAR)):
            depth += events[index][0]
            if depth <= 0:
                return index
        return self._ends.get(node.index, node.index)

    @cached_property
    def _ends(self) -> dict[int, int]:
        ends: dict[int, int] = {}
        opened: list[int] = []
        for index, (role, _, _, _, _) in enumerate(self.events):
            if role == START:
                opened.append(index)
            elif role == END and opened:
                ends[opened.pop()] = index
        return ends

    @cached_property
    def reference_definitions(self) -> Mapping[str, Definition]:
        """Return the definitions of references by label, as written, in reading order.

        Of two with one label only the first counts, and only that one is here.
        """
        return {
            label: Definition(label, destination, title, Span(start, end).shift(self.offset))
            for label, (destination, title, start, end) in self.dialect.definitions(
                self.text
            ).items()
        }


def _shown(event: Event) -> str:
    """Return what of an event a reader sees as text; a line break is a space."""
    role, kind, data, _, _ = event
    if role == LEAF:
        if kind in _TEXTS:
            return str(data)
        if kind in _BREAKS:
            return " "
    return ""
