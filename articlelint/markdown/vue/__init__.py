"""Vue in Markdown: markdown-it as VitePress sets it up, where tags are components.

https://vitepress.dev/guide/using-vue, and ``src/node/markdown/markdown.ts`` of VitePress with its
plugins: ``@mdit-vue/plugin-component`` and ``plugin-sfc``, boxes, GitHub's alerts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.containers import containers, marks_as_breaks
from articlelint.markdown.events import START
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.options import GFM, HEADING_ATTRIBUTES, STRIKETHROUGH, TABLES
from articlelint.markdown.vue.attributes import attributes_at_ends
from articlelint.markdown.vue.boxes import KINDS, alerts, boxes, contents
from articlelint.markdown.vue.closing import closed
from articlelint.markdown.vue.components import component_tags
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

__all__ = ["Vue"]

_PART: Final = regex(r"\s*<(script|style)(?=[\s>]).*</\1>\s*\Z", re.DOTALL)


class Vue(MarkdownIt):
    """markdown-it with components, boxes and alerts."""

    name = "vue"
    tags_are_components = True

    def __init__(self, *, breaks: bool = False) -> None:
        super().__init__(TABLES | STRIKETHROUGH | HEADING_ATTRIBUTES | GFM, breaks=breaks)

    def changes(self, text: str) -> Sequence[Change]:
        """Return the marks of boxes, and the tags of components."""
        return [*marks_as_breaks(text, containers(text, KINDS)), *component_tags(text)]

    def corrected(self, events: list[Event], text: str) -> list[Event]:
        """Return *events* with boxes, and without the scripts and styles of the component."""
        events = alerts(super().corrected(_without_parts(events, text), text))
        if "[[toc]]" in text.lower():
            events = contents(events)
        if "{" in text:
            events = attributes_at_ends(events)
        return closed(boxes(events, containers(text, KINDS), text, self.options))


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
