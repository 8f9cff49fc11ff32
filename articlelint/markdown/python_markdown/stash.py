"""What is taken out of the text before its blocks are read, and the mark that stays there."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

MARK: Final = regex(r"\x02([0-9]++)\x03")
"""Stands in the text for what was taken out; its number is that of the stash."""


def mark(number: int) -> str:
    """Return the mark of the thing of that number."""
    return f"\x02{number}\x03"
