"""marked, as hexo-renderer-marked sets it up.

Read in its ``Tokenizer.ts`` and ``rules.ts``, and in ``lib/renderer.js`` of hexo-renderer-marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.marked.addresses import markup_in_urls, open_parentheses
from articlelint.markdown.marked.cuts import cut_at_tags
from articlelint.markdown.marked.descriptions import described
from articlelint.markdown.marked.emphasis import letters_beside_marks
from articlelint.markdown.marked.items import (
    blocks_in_items,
    lone_marks,
    numbered,
    unbroken_ends,
)
from articlelint.markdown.marked.lines import (
    indented_rows,
    joined_by_tabs,
    split_at_marks,
    unclosed_fence,
    without_blank_ends,
)
from articlelint.markdown.marked.quotes import quotes_in_items
from articlelint.markdown.marked.strikethrough import struck_through
from articlelint.markdown.options import STRIKETHROUGH
from articlelint.markdown.twin import read_twin
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

__all__ = ["Marked"]

_OTHERWISE: Final = regex(
    r"\n(?:[ \t>]*+(?:</?[A-Za-z]|(?:[-*+]|\d+[.)])[ \t](?:\n|\Z)|\d+[.)][ \t])"
    r"| *+\t[ \t]*+\n|(?: {4}| {0,3}\t)[ \t]*+\|)"
)
_FENCES: Final = ("```", "~~~")


class Marked(CommonMark):
    """marked with GFM; with *descriptions* ``: `` after a break makes a list of descriptions.

    With *old_emphasis* only ASCII's punctuation is some: marked before version 5.
    """

    name = "marked"
    balances_addresses = False
    more_html_blocks = frozenset({"meta", "source"})  # src/rules.ts, block._tag

    def __init__(
        self,
        options: int = 0,
        *,
        breaks: bool = True,
        urls: bool = True,
        descriptions: bool = True,
        old_emphasis: bool = False,
    ) -> None:
        super().__init__(options & ~STRIKETHROUGH, breaks=breaks)
        self.strikethrough = bool(options & STRIKETHROUGH)
        self.urls = urls
        self.descriptions = descriptions
        self.old_emphasis = old_emphasis

    def changes(self, text: str) -> Sequence[Change]:
        """Return the markup in addresses, lines that are blocks in an item or end none."""
        return self._read(text)[0]

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, corrected."""
        changes, events = self._read(text)
        if events is None:
            events = read_twin(text, changes, self.options)
        return self.corrected(events, text)

    def _read(self, text: str) -> tuple[list[Change], list[Event] | None]:
        """Return what stands otherwise in the twin, and its events if they are known by then."""
        found = markup_in_urls(text, self.options) if self.urls else []
        if "](" in text:
            found += open_parentheses(text)
        if self.old_emphasis:
            found += letters_beside_marks(text)
        last = text[text.rfind("\n") + 1 :]
        if _OTHERWISE.search(f"\n{text}") is None and not any(fence in last for fence in _FENCES):
            return found, None
        events = read_twin(text, found, self.options)
        more = [
            *blocks_in_items(events, text),
            *joined_by_tabs(events, text),
            *lone_marks(events, text),
            *indented_rows(events, text),
            *unclosed_fence(events, text),
        ]
        return found + more, None if more else events

    def corrected(self, events: list[Event], text: str) -> list[Event]:
        """Return *events* with marked's lists, strikethrough and lists of descriptions."""
        events = split_at_marks(events, text)
        if "\u00a0" in text:
            events = without_blank_ends(events)
        events = cut_at_tags(unbroken_ends(events, text), text)
        events = numbered(quotes_in_items(events, text), text)
        if self.strikethrough and "~" in text:
            events = struck_through(events, text)
        events = super().corrected(events, text)
        return described(events, text) if self.breaks and self.descriptions else events
