"""Emphasis in marked before version 5, to which other scripts' punctuation is letters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.twin import Change

_BESIDE_MARKS: Final = regex(r"(?<=[*_])[^\x00-\x7f\s]|[^\x00-\x7f\s](?=\*)")


def letters_beside_marks(text: str) -> Iterator[Change]:
    """Yield what makes letters of the punctuation and signs beside marks of emphasis."""
    for match in _BESIDE_MARKS.finditer(text):
        if unicodedata.category(match[0])[0] in "PS":
            yield match.start(), "x"
