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

_CELL: Final = regex(r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{(?!(?:dot|mermaid)\b)[a-zA-Z]", re.MULTILINE)
_LABEL: Final = regex(r"^[ \t]*(?:%%|//|#)\|[ \t]*label:", re.MULTILINE)
_HEADING: Final = regex(r" {0,3}#{1,6}[ \t]")


class Pandoc(Unknown):
    """Pandoc's Markdown with the cells of code of Quarto and R Markdown."""

    name = "pandoc"
    has_unknown_constructs = True
    has_unknown_definitions = True
    has_directives = True  # ``:::`` begins a box, whose ids are written
    has_citations = True

    def __init__(self, *, filtered: bool = False) -> None:
        super().__init__(GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES | DEFINITION_LISTS)
        self.filtered = filtered

    def may_make_ids(self, text: str) -> bool:
        """Tell whether there is a filter, a cell, or a heading in HTML.

        What the code of a cell puts out may be anything, unless it draws a diagram that has no
        label. Pandoc reads Markdown between tags.
        """
        if self.filtered or _CELL.search(text) or _LABEL.search(text):
            return True
        return "<" in text and _has_heading_in_html(text)


def _has_heading_in_html(text: str) -> bool:
    inside = False
    for line in text.splitlines():
        if not line.strip():
            inside = False
        elif line.lstrip().startswith("<"):
            inside = True
        elif inside and _HEADING.match(line):
            return True
    return False
