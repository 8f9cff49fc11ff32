"""Markdown as nodes with spans: pyromark's events, their byte offsets made characters."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from articlelint.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Event = tuple[Any, int, int]
"""An event of pyromark and the characters it covers, counted from the text's beginning."""

_HTML = re.compile(r"<[A-Za-z/!?]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")


class Node(NamedTuple):
    """A construct: its kind as pyromark names it, its article span, its data, its event's index."""

    kind: str
    span: Span
    data: Any
    index: int


class LinkParts(NamedTuple):
    """Where the parts of a link or an image stand in the article."""

    destination: Span | None
    text: Span | None
    title: Span | None


class Markdown:
    """A Markdown text that begins at *offset* of its article."""

    def __init__(self, text: str, offset: int = 0, options: int = 0, *, mdx: bool = False) -> None:
        self.text = text
        self.offset = offset
        self.options = options
        self.mdx = mdx

    @cached_property
    def has_html(self) -> bool:
        """Tell whether anything in the text looks like HTML."""
        return _HTML.search(self.text) is not None

    @cached_property
    def events(self) -> list[Event]:
        """Return pyromark's events with character offsets into ``text``."""
        import pyromark  # noqa: PLC0415 - 8 ms

        events = pyromark.events_with_range(self.text, options=pyromark.Options(self.options))
        if self.text.isascii():
            return [(event, place["start"], place["end"]) for event, place in events]
        to_characters = _offsets(self.text)
        return [
            (event, to_characters(place["start"]), to_characters(place["end"]))
            for event, place in events
        ]

    @cached_property
    def _by_kind(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for index, (event, start, end) in enumerate(self.events):
            kind: str
            data: Any = None
            if isinstance(event, str):
                kind = event
            else:
                ((kind, data),) = event.items()
                if kind == "End":
                    continue
                if kind == "Start":
                    if isinstance(data, str):
                        kind, data = data, None
                    else:
                        ((kind, data),) = data.items()
            span = Span(start + self.offset, end + self.offset)
            found.setdefault(kind, []).append(Node(kind, span, data, index))
        return found

    def nodes(self, *kinds: str) -> Sequence[Node]:
        """Return the nodes of *kinds* in reading order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        found = [node for kind in kinds for node in self._by_kind.get(kind, ())]
        return sorted(found, key=lambda node: node.index)

    def text_of(self, node: Node) -> str:
        """Return the text inside *node*."""
        parts: list[str] = []
        depth = 0
        for event, _, _ in self.events[node.index :]:
            if isinstance(event, str):
                parts.append("\n" if event.endswith("Break") else "")
            elif "Start" in event:
                depth += 1
            elif "End" in event:
                depth -= 1
            elif "Text" in event or "Code" in event:
                parts.append(event.get("Text") or event.get("Code") or "")
            if depth == 0:
                break
        return "".join(parts)

    def link_parts(self, node: Node) -> LinkParts:
        """Return where the parts of a ``Link`` or ``Image`` stand."""
        url = node.data["dest_url"]
        start = self.text.find(url, node.span.start - self.offset, node.span.end - self.offset)
        if start < 0 or not url:
            return LinkParts(None, None, None)
        begin = start + self.offset
        return LinkParts(Span(begin, begin + len(url)), None, None)

    @cached_property
    def reference_definitions(self) -> Mapping[str, Any]:
        """Return the definitions of link references by label."""
        import pyromark  # noqa: PLC0415 - 8 ms

        return pyromark.reference_definitions(self.text, options=pyromark.Options(self.options))


def _offsets(text: str) -> Any:  # noqa: ANN401
    from itertools import accumulate  # noqa: PLC0415

    lead = [(byte & 0xC0) != 0x80 for byte in text.encode()]
    counts = [0, *accumulate(lead)]
    return counts.__getitem__
