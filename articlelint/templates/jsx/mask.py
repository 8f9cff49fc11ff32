"""MDX masked: modules, components and expressions, so that what is left is Markdown.

https://mdxjs.com/docs/what-is-mdx/. HTML elements that show images or lead somewhere stay, with
the expressions in their attributes masked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.filler import Filler, Stretch
from articlelint.templates.jsx.piece import PieceKind
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.templates.jsx.piece import Piece
    from articlelint.templates.jsx.reading import Reading

_KEPT: Final = frozenset(
    {"a", "area", "audio", "h1", "h2", "h3", "h4", "h5", "h6", "iframe", "img", "picture", "source",
     "track", "video"}
)  # fmt: skip
_COMMENT: Final = regex(r"\{\s*/\*.*\*/\s*\}", 16)  # DOTALL


def masked(text: str, reading: Reading) -> str:
    """Return *text* with all that is not Markdown masked at equal length."""
    stretches = [Stretch(start, end, output=False) for start, end in reading.modules]
    stretches += [each for piece in reading.pieces for each in _stretches(text, piece)]
    return Filler(text).fill(sorted(stretches)) if stretches else text


def _stretches(text: str, piece: Piece) -> Iterator[Stretch]:
    start, end = piece.start, piece.end
    if not piece.closed or piece.kind is PieceKind.COMMENT:
        return
    if piece.kind is PieceKind.EXPRESSION:
        output = _COMMENT.fullmatch(text, start, end) is None
        yield Stretch(start, end, output=output, mark=not output)
    elif piece.name not in _KEPT:
        if not piece.fault or piece.name:
            yield Stretch(start, end, output=False, mark=True)
    else:
        for attribute in piece.attributes:
            if attribute.value.startswith("{"):
                at = attribute.end - len(attribute.value)
                yield Stretch(at, attribute.end, output=True)
