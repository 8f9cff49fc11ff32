"""What the id of a heading is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.article.headings import Piece


class Words(NamedTuple):
    """What ids are made of: a heading without its place."""

    text: str
    source: str
    pieces: tuple[Piece, ...]
    html: bool


Maker: TypeAlias = Callable[[Words], str | None]
"""Returns the id, or None if it cannot be known."""


def text_of(heading: Words, *, alt: bool = False) -> str:
    """Return the heading's text without line breaks, which every library drops."""
    if heading.html:
        return heading.text.strip()
    kept = {"text", "code"} | ({"alt"} if alt else set())
    return "".join(piece.text for piece in heading.pieces if piece.kind in kept)
