"""Whether a date's words are English, which is all that most parsers know."""

from __future__ import annotations

import re

from articlelint.text.regex import regex

_WORDS = regex(r"[^\W\d_]+")
_MONTHS = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
_MORE = r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
_DAYS = r"mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|[a-z]+day|"
_OTHERS = r"st|nd|rd|th|at|of|the|[ap]m|[ap]|m|t|z|[A-Za-z]{1,5}"
_KNOWN = regex(_MONTHS + _MORE + _DAYS + _OTHERS, re.IGNORECASE)
_REGION = regex(r"[A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+")
_FOREIGN = regex(r"\b(?:de|del|du|le|um|kl|den)\b", re.IGNORECASE)


def is_english(text: str) -> bool:
    """Tell whether every word of *text* may be English; names of zones pass for words."""
    if not text.isascii() or _FOREIGN.search(text):
        return False
    text = _REGION.sub("", text)
    return all(_KNOWN.fullmatch(word) for word in _WORDS.findall(text.partition("(")[0]))
