"""goldmark, as Hugo sets it up: https://gohugo.io/configuration/markup/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.corrections import bare_definitions
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.markdown.events import Event
    from articlelint.markdown.twin import Change

_NO_DEFINITION: Final = regex(r"\n[ \t>]*:(?![ \t-])")


class Goldmark(CommonMark):
    """goldmark with the extensions that *options* name."""

    name = "goldmark"
    may_have_wiki_links = False  # Hugo has no plugins

    def changes(self, text: str) -> Sequence[Change]:
        """Return the colons that begin a line and no definition."""
        found = [*super().changes(text)]
        if ":" in text:
            found += [(match.end() - 2, ";") for match in _NO_DEFINITION.finditer(f"\n{text}")]
        return found

    def corrected(self, events: list[Event], text: str) -> list[Event]:
        """Return *events* with definitions that may begin without a paragraph."""
        return bare_definitions(super().corrected(events, text), text)
