"""JSON that is harmless on a terminal and in the log of a CI service."""

from __future__ import annotations

import re

from articlelint.text.regex import regex

# What JSON allows in a text and a terminal obeys, or no encoding has (bytes of file names).
_UNSAFE = regex(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    r"|#(?=#\[|#vso\[)",  # and what CI services take for a command
    re.IGNORECASE,
)


def dumps(value: object) -> str:
    """Return *value* as JSON in one line; what is not harmless is escaped."""
    import json  # 3 ms

    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
