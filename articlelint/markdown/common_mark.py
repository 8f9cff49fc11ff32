"""The CommonMark family: pulldown-cmark with the extensions that a generator's parser has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.dialect import DefinitionPlace, Dialect
from articlelint.markdown.events import character_offsets, read_events

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.events import Event


class CommonMark(Dialect):
    """CommonMark 0.31 with extensions; *options* are bits of pulldown-cmark's ``Options``.

    With *breaks* every line ending in a paragraph breaks the line.
    """

    name = "commonmark"

    def __init__(self, options: int = 0, *, breaks: bool = False) -> None:
        self.options = options
        self.breaks = breaks

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events."""
        found = read_events(text, self.options)
        if self.breaks:
            return [
                (role, "HardBreak", data, start, end)
                if kind == "SoftBreak"
                else (role, kind, data, start, end)
                for role, kind, data, start, end in found
            ]
        return found

    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        """Return the definitions; of two with one label only the first counts."""
        import pyromark  # 8 ms at start-up

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
