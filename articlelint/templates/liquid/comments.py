"""What a comment of Liquid holds: ``{% comment %}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.templates.token import Token


def commented(tokens: Sequence[Token]) -> frozenset[int]:
    """Return where the tokens begin that a comment holds, of which nothing runs."""
    found: list[int] = []
    inside = False
    for token in tokens:
        if token.name == "comment" and token.closed:
            inside = not token.closing
        elif inside and token.closed:
            found.append(token.start)
    return frozenset(found)
