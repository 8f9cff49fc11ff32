"""Vue in Markdown: markdown-it as VitePress sets it up, where tags are components.

https://vitepress.dev/guide/using-vue, and ``src/node/markdown/markdown.ts`` of VitePress with its
plugins: ``@mdit-vue/plugin-component`` and ``plugin-sfc``, boxes, GitHub's alerts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from articlelint.markdown.common_mark import tabs_behind_fences
from articlelint.markdown.containers import as_breaks, containers, marks_in
from articlelint.markdown.events import START
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.options import GFM, HEADING_ATTRIBUTES, STRIKETHROUGH, TABLES
from articlelint.markdown.twin import read_twin
from articlelint.markdown.vue.attributes import attributes_at_ends
from articlelint.markdown.vue.boxes import KINDS, alerts, boxes, contents
from articlelint.markdown.vue.closing import closed
from articlelint.markdown.vue.components import component_tags
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from articlelint.markdown.containers import Container
    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

__all__ = ["Vue"]

_PART: Final = regex(r"\s*<(script|style)(?=[\s>]).*</\1>\s*\Z", re.DOTALL)


class Vue(MarkdownIt):
    """markdown-it with components, boxes and alerts."""

    name = "vue"
    tags_are_components = True

    boxes: ClassVar[Collection[str]] = KINDS
    """The kinds of boxes that there are."""
    has_attributes: ClassVar[bool] = True
    """Whether braces at the end of a block give it attributes."""
    has_alerts: ClassVar[bool] = True
    """Whether a quote may be an alert of GitHub's."""

    def __init__(self, *, breaks: bool = False) -> None:
        options = TABLES | STRIKETHROUGH
        options |= HEADING_ATTRIBUTES if self.has_attributes else 0
        options |= GFM if self.has_alerts else 0
        super().__init__(options, breaks=breaks)

    def changes(self, text: str) -> Sequence[Change]:
        """Return the marks of boxes, and the tags of components."""
        return self._with_boxes(text)[0]

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, corrected."""
        _, events, found = self._with_boxes(text)
        events = self.corrected(_without_parts(events, text), text)
        if self.has_alerts:
            events = alerts(events)
        if "[[toc]]" in text.lower():
            events = contents(events)
        if self.has_attributes and "{" in text:
            events = attributes_at_ends(events)
        return closed(boxes(events, found, text, self.options))

    def _with_boxes(self, text: str) -> tuple[list[Change], list[Event], list[Container]]:
        """Return what stands otherwise in the twin, its events, and the boxes."""
        tags = [*tabs_behind_fences(text), *component_tags(text)]
        marks = marks_in(text)
        changes = [*as_breaks(marks), *tags]
        events = read_twin(text, changes, self.options)
        if not marks:
            return changes, events, []
        # What became no break stands in code.
        breaks = {start for _, kind, _, start, _ in events if kind == "Rule"}
        marks = [mark for mark in marks if mark.start in breaks]
        found = containers(marks, self.boxes)
        places = {place for each in found for place in (each.begin, each.end)}
        if any(mark.start not in places for mark in marks):
            changes = [*as_breaks(mark for mark in marks if mark.start in places), *tags]
            events = read_twin(text, changes, self.options)
        return changes, events, found


def _without_parts(events: list[Event], text: str) -> list[Event]:
    """Return *events* without ``<script>`` and ``<style>``, which are no part of the page."""
    found: list[Event] = []
    inside = False
    for event in events:
        role, kind, _, start, end = event
        if kind == "HtmlBlock":
            inside = role == START and _PART.match(text, start, end) is not None
        if not (inside and kind == "Html"):
            found.append(event)
    return found
