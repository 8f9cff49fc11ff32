"""The character that stands in a text for what nobody knows, and messages without it."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

FILLER: Final = "\ue000"
"""The private-use character that stands for what a template tag will write."""


_FILLED: Final = regex(f"{FILLER}+")


def without_filler(text: str) -> str:
    """Return *text* as a message may show it: an ellipsis for what a template tag puts out."""
    return _FILLED.sub("…", text) if FILLER in text else text
