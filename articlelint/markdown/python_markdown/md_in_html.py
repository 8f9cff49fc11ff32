"""``md_in_html``: elements whose attribute ``markdown`` says that their content is Markdown.

The rules are ``HTMLExtractorExtra`` of ``markdown/extensions/md_in_html.py``.
"""

from __future__ import annotations

from typing import Final

from articlelint.markdown.python_markdown.mapped import Mapped, joined
from articlelint.markdown.python_markdown.raw_html import Extractor
from articlelint.markdown.python_markdown.stash import mark
from articlelint.markdown.python_markdown.tags import (
    BLOCK_TAGS,
    RAW_TAGS,
    SPAN_TAGS,
    Tag,
    attributes_of,
)
from articlelint.named_tuple import NamedTuple

_DEEPEST: Final = 50
"""How deep elements with Markdown may stand in each other."""


class Island(NamedTuple):
    """An element of the author's with Markdown in it, taken out of the text.

    *state* tells how its *content* is read: as blocks, as the text of one ("span"), or not at
    all ("off"). *end* is its end tag, None where it has none.
    """

    tag: str
    state: str
    start: Mapped
    end: Mapped | None
    content: Mapped


class _Open:
    """An element that is being read, and what follows it."""

    def __init__(self, tag: str, state: str, start: Mapped) -> None:
        self.tag = tag
        self.state = state
        self.start = start
        self.end: Mapped | None = None
        self.text: list[Mapped] = []
        self.children: list[_Open] = []
        self.tail: list[Mapped] = []
        self.has_started = True  # nothing but tags so far

    def add(self, text: Mapped) -> None:
        (self.children[-1].tail if self.children else self.text).append(text)


class MarkdownExtractor(Extractor):
    """One run over a text in which HTML may hold Markdown."""

    def __init__(self, text: Mapped, stash: list[object]) -> None:
        super().__init__(text, stash)
        self._islands: list[_Open] = []

    def _has_open(self) -> bool:
        return bool(self._islands) or super()._has_open()

    def _finish(self) -> None:
        super()._finish()
        if self._islands:
            self._close(self._islands[0].tag, len(self._text), None)

    def _may_declare(self, at: int) -> bool:
        return bool(self._islands) or super()._may_declare(at)

    def _start_tag(self, tag: Tag, at: int) -> bool:
        name = tag.name
        begins = self._in_tail or self._begins_line(at)
        if name == "hr" and begins:
            self._empty(at, tag.end, block=True)
            return False
        islands = self._islands
        if name in BLOCK_TAGS and (begins or (islands and islands[-1].has_started)):
            state = self._state(tag, at)
            if self._in_block or (state == "off" and not islands):
                return super()._start_tag(tag, at)
            if len(islands) == _DEEPEST:
                self._data(at, tag.end)
                return False
            if any(island.tag == "p" for island in islands):
                self._close("p", at, None)
            islands.append(_Open(name, state, self._whole.slice(at, tag.end)))
            return True
        if self._in_block:
            return super()._start_tag(tag, at)
        self._inline_tag(at, tag.end)
        self._open_inline(name)
        return False

    def _state(self, tag: Tag, at: int) -> str:
        """Return how the content of an element is read."""
        text = self._text
        wanted: str | None = "0"
        if "markdown" in text[at : tag.end].lower():
            wanted = attributes_of(text, at, tag.end).get("markdown", "0")
        if wanted in {None, "markdown"}:
            wanted = "1"
        outer = self._islands[-1].state if self._islands else None
        if outer == "off" or (outer == "span" and wanted != "0"):
            wanted = outer
        if tag.name in RAW_TAGS:
            return "off"
        if tag.name in SPAN_TAGS:
            return {"block": "block", "1": "span", "span": "span"}.get(wanted or "", "off")
        return {"block": "block", "1": "block", "span": "span"}.get(wanted or "", "off")

    def _inline_tag(self, start: int, end: int) -> None:
        if self._islands and self._islands[-1].state == "off":
            self._insert(self._stashed(start, end))
        else:
            self._data(start, end)

    def _end_tag(self, tag: Tag, at: int) -> None:
        if self._in_block:
            super()._end_tag(tag, at)
        elif tag.name in BLOCK_TAGS:
            if any(island.tag == tag.name for island in self._islands):
                self._close(tag.name, tag.end, self._whole.slice(at, tag.end))
            else:
                self._inline_tag(at, tag.end)
        else:
            self._inline_tag(at, tag.end)
            self._close_inline(tag.name)

    def _close(self, name: str, at: int, end_tag: Mapped | None) -> None:
        """End the innermost element *name* and those in it."""
        while self._islands:
            island = self._islands.pop()
            if self._islands:
                inner = self._islands[-1]
                inner.children.append(island)
            if island.tag == name:
                island.end = end_tag
                break
        if not self._islands:
            self._part_from_before(island.start.starts[0])
            super()._insert(self._marked(island))
            self._add("\n\n", self._whole.end(at))
            if self._is_followed_by_more(at):
                self._in_tail = True

    def _marked(self, island: _Open) -> Mapped:
        """Return the mark of an element, those in it with marks of their own."""
        content = joined(island.text)
        for child in island.children:
            before = content
            if not before.text.endswith("\n\n"):
                before = content.without_trailing("\n")
                before = joined([before, Mapped.of("\n\n", before.end(len(before.text)))])
            tail = joined(child.tail)
            if tail.text != "\n":
                place = child.tail[0].starts[0] if child.tail else child.start.starts[0]
                tail = joined([Mapped.of("\n", place), tail.without_trailing("\n")])
            content = joined([before, self._marked(child), tail])
        number = len(self._stash)
        self._stash.append(Island(island.tag, island.state, island.start, island.end, content))
        return Mapped.of(mark(number), island.start.starts[0])

    def _data(self, start: int, end: int) -> None:
        if self._in_block or not self._islands:
            super()._data(start, end)
            return
        if self._in_tail and "\n" in self._text[start:end]:
            self._in_tail = False
        self._insert(self._whole.slice(start, end))

    def _insert(self, text: Mapped) -> None:
        if self._islands:
            self._islands[-1].has_started = False
            self._islands[-1].add(text)
        else:
            super()._insert(text)

    def _empty_tag(self, tag: Tag, at: int) -> None:
        self._empty(at, tag.end, block=tag.name.rstrip("/") in BLOCK_TAGS)

    def _empty(self, start: int, end: int, *, block: bool) -> None:
        if self._in_block or not self._islands:
            super()._empty(start, end, block=block)
        elif block and self._begins_line(start):
            place = self._whole.at(start)
            self._insert(
                joined(
                    [
                        Mapped.of("\n", place),
                        self._stashed(start, end),
                        Mapped.of("\n\n", self._whole.end(end)),
                    ]
                )
            )
        else:
            self._inline_tag(start, end)

    def _stashed(self, start: int, end: int) -> Mapped:
        return self._taken([(start, end)])
