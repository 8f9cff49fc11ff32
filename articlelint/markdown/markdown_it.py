"""markdown-it with its options: https://github.com/markdown-it/markdown-it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.common_mark import CommonMark, tabs_behind_fences
from articlelint.markdown.corrections import double_tildes
from articlelint.markdown.events import START
from articlelint.markdown.twin import read_twin
from articlelint.markdown.url_library import BareUrls
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

_TAG: Final = regex(
    r"(?<![(\[\\])<(?=[A-Za-z/!?])(?!(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@)[^\s<>]*>)"
)
WITHOUT_BLOCKS: Final = frozenset(
    """markdown-it-abbr markdown-it-anchor markdown-it-cjk-breaks markdown-it-emoji
    markdown-it-footnote markdown-it-ins markdown-it-katex markdown-it-mark markdown-it-mathjax
    markdown-it-sub markdown-it-sup markdown-it-toc-done-right""".split()
)
"""Plugins that change nothing but what stands in a line, or what is put out."""
_INDENTED: Final = regex(r"^[ \t>]*(?: {4}|\t)", re.MULTILINE)


class MarkdownIt(CommonMark):
    """markdown-it; without *html* tags are text, without *indented_code* so is what is indented."""

    name = "markdown-it"
    url_library = BareUrls.LINKIFY

    def __init__(
        self,
        options: int = 0,
        *,
        breaks: bool = False,
        html: bool = True,
        indented_code: bool = True,
    ) -> None:
        super().__init__(options, breaks=breaks)
        self.html = html
        self.indented_code = indented_code

    def changes(self, text: str) -> Sequence[Change]:
        """Return what would be tags and code by indentation to pulldown-cmark."""
        return self._read(text)[0]

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, corrected."""
        changes, events = self._read(text)
        if events is None:
            events = read_twin(text, changes, self.options)
        return self.corrected(events, text)

    def _read(self, text: str) -> tuple[list[Change], list[Event] | None]:
        """Return what stands otherwise in the twin, and its events if they are known by then."""
        found = tabs_behind_fences(text)
        if not self.html:
            found += [(match.start(), ",") for match in _TAG.finditer(text)]
        if self.indented_code or _INDENTED.search(text) is None:
            return found, None
        events = read_twin(text, found, self.options)
        more = _indented(events, text)
        return found + more, None if more else events

    def corrected(self, events: list[Event], text: str) -> list[Event]:
        """Return *events* with strikethrough of double tildes alone."""
        return double_tildes(super().corrected(events, text), text)


def _indented(events: list[Event], text: str) -> list[Change]:
    """Return what makes paragraphs of code that is code by its indentation.

    A change where a paragraph begins does: what follows goes on with it, and may be in a tag.
    """
    places = set()
    in_code = begins = False
    for role, kind, data, start, end in events:
        if kind == "CodeBlock":
            in_code = begins = role == START and data == "Indented"
        elif in_code:
            lines = text[start:end].splitlines() or [""]
            if begins and lines[0].strip() and text[start - 1] in " \t":
                places.add(start - 1)
            begins = not lines[-1].strip()
    return [(place, "\u00a0") for place in places]
