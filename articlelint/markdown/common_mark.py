"""The CommonMark family: pulldown-cmark with the extensions that a generator's parser has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.dialect import DefinitionPlace, Dialect
from articlelint.markdown.events import character_offsets, read_events

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.events import Event


class CommonMark(Dialect):
    """CommonMark 0.31 with extensions; *options* are bits of pulldown-cmark's ``Options``."""

    name = "commonmark"

    def __init__(self, options: int = 0) -> None:
        self.options = options

    def events(self, text: str) -> list[Event]:
        """Return pulldown-cmark's events."""
        return read_events(text, self.options)

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
