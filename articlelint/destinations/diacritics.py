"""Latin letters without their marks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import normalize


def without_diacritics(text: str) -> str:
    """Return *text* with the plain letters of Latin for those with marks, as hexo-util does."""
    if text.isascii():
        return text
    return "".join(_LIGATURES.get(each) or _base(each) for each in text)


# fmt: off
_LIGATURES: Final = {"ß": "s", "Æ": "AE", "æ": "ae", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l",
                     "Đ": "D", "đ": "d", "ı": "i", "Œ": "OE", "œ": "oe"}
# fmt: on


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    wide = "Ａ" <= character <= "Ｚ" or "ａ" <= character <= "ｚ" or "Ⓐ" <= character <= "ⓩ"
    base = normalize("NFKD" if wide else "NFD", character)
    return base[0] if base[0].isascii() else character
