"""The CommonMark family: pulldown-cmark with the extensions that a generator's parser has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.corrections import broken_lines
from articlelint.markdown.dialect import DefinitionPlace, Dialect
from articlelint.markdown.events import character_offsets
from articlelint.markdown.options import FOOTNOTES
from articlelint.markdown.twin import read_twin, twin_of
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

_TABS_BEHIND_FENCE: Final = regex(r"^[ \t>]*+(?:`{3,}+|~{3,}+) *+(\t[ \t]*+)$", re.MULTILINE)


def tabs_behind_fences(text: str) -> list[Change]:
    """Return blanks for the tabs behind a fence, which pulldown-cmark takes for an open one."""
    if "\t" not in text:
        return []
    return [
        (match.start(1), " " * (match.end(1) - match.start(1)))
        for match in _TABS_BEHIND_FENCE.finditer(text)
    ]


class CommonMark(Dialect):
    """CommonMark 0.31 with extensions; *options* are bits of pulldown-cmark's ``Options``.

    With *breaks* every line ending in a paragraph breaks the line. A parser that reads a text
    otherwise says so by ``changes`` in the text before and by ``corrected`` events afterwards.
    """

    name = "commonmark"
    extensions_leave_html = True

    def __init__(self, options: int = 0, *, breaks: bool = False) -> None:
        self.options = options
        self.breaks = breaks
        self.has_footnotes = bool(options & FOOTNOTES)

    def changes(self, text: str) -> Sequence[Change]:
        """Return what stands otherwise in the text that pulldown-cmark is to read."""
        return tabs_behind_fences(text)

    def corrected(self, events: list[Event], text: str) -> list[Event]:
        """Return pulldown-cmark's *events* as this parser would have them."""
        return broken_lines(events) if self.breaks else events

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events, corrected."""
        return self.corrected(read_twin(text, self.changes(text), self.options), text)

    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        """Return the definitions; of two with one label only the first counts."""
        import pyromark  # 8 ms at start-up

        text = twin_of(text, self.changes(text))
        found = pyromark.reference_definitions(text, options=pyromark.Options(self.options))
        places = {
            label: (each["span"]["start"], each["span"]["end"]) for label, each in found.items()
        }
        if not text.isascii():
            at = character_offsets(text, {offset for place in places.values() for offset in place})
            places = {label: (at[start], at[end]) for label, (start, end) in places.items()}
        return {
            label: DefinitionPlace(each["dest"], each["title"], *places[label])
            for label, each in found.items()
        }
