"""Ids of Pandoc: its manual, "Extension: auto_identifiers"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _pandoc(heading: Words) -> str | None:
    """Return the id; None where Pandoc reads the heading as more than CommonMark's marks."""
    if _DOUBT.search(heading.source):
        return None
    text = "".join(
        _TYPOGRAPHY.sub("", piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind != "html"
    )
    kept = "".join(
        each for each in text.lower() if each.isalnum() or each in "_-." or each.isspace()
    )
    words = "-".join(kept.split())
    first = next((at for at, each in enumerate(words) if each.isalpha()), len(words))
    return words[first:] or "section"


_TYPOGRAPHY = regex(r"-{2,3}|\.{3}")
"""What ``smart`` makes dashes and ellipses of, which are dropped."""
_DOUBT = regex(r"\^\[|\[\^|\\[A-Za-z]|\$[^$]*\$|\{(?!\s*[-.#][^{}\n]*\}\s*\Z)|:::|\][\[{]")
"""Notes, TeX, mathematics, attributes of a span or of code."""

MAKERS: Final[Mapping[IdStyle, Maker]] = {IdStyle.PANDOC: _pandoc}
