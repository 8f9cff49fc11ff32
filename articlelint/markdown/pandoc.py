"""Pandoc's Markdown, of which only what is CommonMark's is read: https://pandoc.org/MANUAL.html."""

from __future__ import annotations

import re
from typing import Final

from articlelint.markdown.options import (
    DEFINITION_LISTS,
    FOOTNOTES,
    GFM_OPTIONS,
    HEADING_ATTRIBUTES,
)
from articlelint.markdown.unknown import Unknown
from articlelint.text.regex import regex

_CELL: Final = regex(r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{[a-zA-Z]", re.MULTILINE)


class Pandoc(Unknown):
    """Pandoc's Markdown with the cells of code of Quarto and R Markdown."""

    name = "pandoc"
    has_unknown_constructs = True
    has_unknown_definitions = True

    def __init__(self, *, filtered: bool = False) -> None:
        super().__init__(GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES | DEFINITION_LISTS)
        self.filtered = filtered

    def may_make_ids(self, text: str) -> bool:
        """Tell whether there is a filter, or a cell: what its code puts out may be anything."""
        return self.filtered or _CELL.search(text) is not None
