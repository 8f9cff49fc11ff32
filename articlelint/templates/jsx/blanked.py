"""MDX as Markdown that keeps its paragraphs: what stands for JSX is a word or a rule.

A line that holds nothing but JSX is a block of its own, which ends a paragraph: so does a rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx.blocks import PREFIX
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.templates.jsx.piece import Piece
    from articlelint.templates.jsx.reading import Reading

_LETTERS: Final = regex(r"[^\r\n]")
_MARKS: Final = regex(r"\S")
_LINES: Final = regex(r"[^\r\n]+")
_SHORTEST: Final = 3


def blanked(text: str, reading: Reading) -> str:
    """Return *text* without its modules and JSX, at equal length."""
    parts: list[str] = []
    at = 0
    for start, end in reading.modules:
        parts += (text[at:start], _LETTERS.sub(" ", text[start:end]))
        at = end
    plain = "".join([*parts, text[at:]])
    out: list[str] = []
    at = 0
    for group in _groups(plain, reading.pieces):
        start, end = group[0].start, max(group[-1].end, group[0].start + 1)
        line = plain.rfind("\n", 0, start) + 1
        prefix = PREFIX.match(plain, line, start)
        alone = prefix is not None and prefix.end() == start and _ends_line(plain, end)
        if alone and line >= at:
            margin = plain[line:start]
            begin = line if not margin.strip() else start
            out += (plain[at:begin], _LINES.sub(_rule, plain[begin:end]))
        else:
            # Blanks stay: a line that is indented as those around it is of the same block.
            out += (plain[at:start], _MARKS.sub("x", plain[start:end]))
        at = end
    return "".join([*out, plain[at:]])


def _rule(match: object) -> str:
    length = len(match[0])  # type: ignore[index]
    return "*" * length if length >= _SHORTEST else " " * length


def _ends_line(text: str, at: int) -> bool:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at >= len(text) or text[at] in "\r\n"


def _groups(text: str, pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Join pieces between which only blanks stand."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and not text[groups[-1][-1].end : piece.start].strip(" \t"):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups
