"""How wide a text is."""

import unicodedata

_WIDE = frozenset("WF")


def cells(text: str) -> int:
    """Return how many columns *text* takes: Chinese, Japanese and Korean letters take two."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
