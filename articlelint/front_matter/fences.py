"""Finds the fences of front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.front_matter.block import Block
from articlelint.front_matter.model import Format
from articlelint.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection

_OPENING = re.compile(r"\ufeff?(?:[ \t]*(?:\r\n|\n|\r))*(---)[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


def find(
    text: str, formats: Collection[Format], *, optional_opening_fence: bool = False
) -> Block | None:
    """Return the frame of the front matter of *text*, or None."""
    if Format.YAML not in formats or optional_opening_fence is None:
        return None
    opening = _OPENING.match(text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return None
    return Block(
        Format.YAML,
        Span(opening.start(1), closing.end()),
        Span(opening.end(), closing.start()),
        Span(*opening.span(1)),
        Span(*closing.span(1)),
    )
