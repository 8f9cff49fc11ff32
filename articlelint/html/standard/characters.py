"""Characters that may not stand in HTML (13.2.3.5): most controls, surrogates, noncharacters."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

_CONTROLS: Final = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])
_C1_CONTROL: Final = regex(rb"\xc2[\x80-\x9f]")
_NONCHARACTER: Final = regex(
    rb"\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
)
_NONCHARACTER_TRAITS: Final = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
FORBIDDEN: Final = regex(
    "[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
"""One of them; NUL is not among them, which is forbidden too, but by the tokenizer."""


def has_legal_characters(html: str) -> bool:
    """Tell whether *html* has none of them and no NUL; many times faster than the pattern."""
    try:
        data = html.encode()
    except UnicodeEncodeError:
        return False
    if len(data.translate(None, _CONTROLS)) != len(data):
        return False
    if len(data) == len(html):
        return True
    if b"\xc2" in data and _C1_CONTROL.search(data) is not None:
        return False
    if any(trait in data for trait in _NONCHARACTER_TRAITS):
        return _NONCHARACTER.search(data) is None
    return True
