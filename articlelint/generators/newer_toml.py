"""TOML 1.1, as far as tomllib does not know it: inline tables over several lines."""

from __future__ import annotations

import re
from typing import Final

from articlelint.text.regex import regex

_PIECE: Final = regex(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?|' + r"'''(?:[^']|'(?!''))*+(?:''')?"
    r'|"(?:[^"\\\n]|\\.)*+"?' + r"|'[^'\n]*+'?|#[^\n]*|[\[\]{}\n]|[^\"'#\[\]{}\n]+|.",
    re.DOTALL,
)
_LAST_COMMA: Final = regex(r",\s*\Z")


def in_one_line(text: str) -> str:
    """Return *text* with every inline table in one line, without comments or a last comma."""
    found: list[str] = []
    open_marks: list[str] = []
    for piece in _PIECE.findall(text):
        if piece in {"[", "{"}:
            open_marks.append(piece)
        elif piece in {"]", "}"}:
            if piece == "}" and open_marks[-1:] == ["{"]:
                _drop_comma(found)
            open_marks = open_marks[:-1]
        elif "{" in open_marks and (piece == "\n" or piece.startswith("#")):
            continue
        found.append(piece)
    return "".join(found)


def _drop_comma(found: list[str]) -> None:
    """Take a comma away from the end of what was *found*."""
    while found and not found[-1].strip():
        found.pop()
    if found:
        found[-1] = _LAST_COMMA.sub("", found[-1])
