"""Ids of kramdown, whose two parsers make them in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.destinations.heading_ids.github import is_word
from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _kramdown_gfm(heading: Words) -> str:
    # Two and three hyphens become dashes first, and dashes are dropped.
    text = "".join(
        _DASHES.sub("", piece.text) if piece.kind == "text" else piece.text
        for piece in heading.pieces
        if piece.kind in {"text", "code"}
    )
    return "".join(
        "-" if each in " \t" else each for each in text.lower() if each in "-\t " or is_word(each)
    )


_DASHES = regex("-{2,3}")


def _kramdown(heading: Words) -> str:
    text = _NOT_OF_KRAMDOWN.sub("", heading.source)
    return text.replace(" ", "-").lower() or "section"


_NOT_OF_KRAMDOWN = regex(r"\A[^a-zA-Z]+|[^a-zA-Z0-9 -]")


MAKERS: Final[Mapping[IdStyle, Maker]] = {
    IdStyle.KRAMDOWN_GFM: _kramdown_gfm,
    IdStyle.KRAMDOWN: _kramdown,
}
