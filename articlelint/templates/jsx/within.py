"""Components in code: ``{a && <B />}``, ``<A b={<C />}>``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx.javascript import bare
from articlelint.templates.jsx.piece import PieceKind
from articlelint.templates.jsx.tags import read_tag
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.templates.jsx.piece import Piece

_TAG: Final = regex(r"(?<![\w$)\]])\s*+(<)(?=[A-Z][\w$.]*+[\s/>])")
_NO_TAG: Final = regex(r"(?<![</\w$.])[\w$]++")
_LONGEST: Final = 5_000


def tags_within(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the tags of components in the code of *pieces*, but for those that code may name.

    @mdx-js/mdx, ``recma-jsx-rewrite.js``: whether the code is ever run does not matter.
    """
    for piece in pieces:
        if piece.fault or piece.kind is PieceKind.COMMENT:
            continue
        if piece.kind is PieceKind.EXPRESSION:
            yield from _in_code(text, piece.start, piece.end)
            continue
        for attribute in piece.attributes:
            if "<" in attribute.value and attribute.value[0] == "{":
                yield from _in_code(text, attribute.start, attribute.end)


def _in_code(text: str, start: int, end: int) -> Iterator[Piece]:
    if end - start > _LONGEST or text.find("<", start, end) < 0:
        return
    code = bare(text[start:end])
    others = frozenset(_NO_TAG.findall(code))
    for match in _TAG.finditer(code):
        tag = read_tag(text, start + match.start(1), end)
        name = tag.name.partition(".")[0]
        closed = tag.alone or f"</{tag.name}>" in code
        if not tag.fault and closed and name not in others:
            yield tag
