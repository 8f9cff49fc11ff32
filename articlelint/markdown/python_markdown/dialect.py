"""The dialect: what reads Markdown as MkDocs and Pelican do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.markdown.dialect import Dialect
from articlelint.markdown.python_markdown.features import Features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.dialect import DefinitionPlace
    from articlelint.markdown.events import Event
    from articlelint.markdown.python_markdown.reading import Reading


_ATTRIBUTE = "Write `markdown` into the start tag of the element"
_EXTENSION = "Enable the extension `md_in_html`, and write `markdown` into the element's tag"
_FENCES = {
    "": "Enable the extension `fenced_code`",
    "plain": "Enable the extension `pymdownx.superfences`, or begin the line with the fence",
}
_FOOTNOTES = "Enable the extension `footnotes`"


class PythonMarkdown(Dialect):
    """Python-Markdown with what *features* name; every text ends with what is *appended*.

    Labels may be defined elsewhere where *defines_more*.
    """

    name = "python-markdown"
    blank_lines_end_html = False
    leaves_out = frozenset("\x02\x03")  # its own marks: ``NormalizeWhitespace``

    def __init__(
        self, features: Features | None = None, appended: str = "", *, defines_more: bool = False
    ) -> None:
        self.features = features or Features()
        self.appended = appended
        self.headings_want_space = self.features.sane_headings
        self.has_footnotes = self.features.footnotes
        self.how_to_have_footnotes = "" if self.has_footnotes else _FOOTNOTES
        self.nesting_indentation = self.features.tab_length
        self.unknown_constructs = tuple(sorted(self.features.unknown))
        self.has_unknown_constructs = bool(self.unknown_constructs)
        if self.features.fences in _FENCES:
            self.where_fences_are_read = _FENCES[self.features.fences]
        self.tabs_have_ids = self.features.tab_ids
        self.has_unknown_definitions = defines_more or self.has_unknown_constructs
        self.ignores_markdown_attribute = not self.features.markdown_in_html
        self.markdown_in_html = _ATTRIBUTE if self.features.markdown_in_html else _EXTENSION

    def events(self, text: str) -> list[Event]:
        """Return what Python-Markdown makes of *text*, in pyromark's words."""
        return self._reading(text).events

    def definitions(self, text: str) -> Mapping[str, DefinitionPlace]:
        """Return the definitions; of two with one label the last counts."""
        return self._reading(text).definitions

    def _reading(self, text: str) -> Reading:
        from articlelint.markdown.python_markdown.reading import read

        return read(self.features, self.appended, text)
