"""What a reader raises within, and never lets out: the engine cannot read this."""

from __future__ import annotations


class SyntaxFault(Exception):  # noqa: N818 - a fault of the author's, not an error of ours
    """Why the engine cannot read an expression or a tag, as a message says it."""


def unexpected(word: str, expected: str) -> SyntaxFault:
    """Return the fault of *word* standing where something else is wanted; "" is the end."""
    if not word.strip():
        return SyntaxFault(f"{expected} is missing")
    shown = word if len(word) <= 20 else f"{word[:19]}…"
    return SyntaxFault(f"expected {expected}, not `{shown}`")
