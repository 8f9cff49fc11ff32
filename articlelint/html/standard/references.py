"""Character references, as section 13.2.5.72 of the HTML standard reads them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    Report = Callable[[str, int, int, int, str], None]
    """Takes the standard's name, where it reports the error, the reference's span, a detail."""

_NUMERIC: Final = regex(r"&#(?:[xX]([0-9a-fA-F]++)|([0-9]++))(;?)")
_NO_DIGITS: Final = regex(r"&#[xX]?")
_WORD: Final = regex(r"&([A-Za-z0-9]++)(;?)")
LONGEST_WITHOUT_SEMICOLON: Final = 6
"""Letters of the longest name that is one without a semicolon too: ``Aacute`` and its like."""
_MAXIMUM: Final = 0x10FFFF

# fmt: off
_WINDOWS_1252: Final = {
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
}
# fmt: on


@cache
def names() -> Mapping[str, str]:
    """Return what each named reference stands for; the old ones are there without semicolon too."""
    from html.entities import html5  # 7 ms

    return html5


def decode(text: str, start: int, end: int, report: Report, *, attribute: bool = False) -> str:
    """Return ``text[start:end]`` with references decoded and line endings as line feeds.

    *end* is where the text or the value ends; a reference never reaches over it.
    """
    pieces: list[str] = []
    done = start
    place = text.find("&", start, end)
    while place >= 0:
        found = _read(text, place, end, report, attribute=attribute)
        if found is None:
            place = text.find("&", place + 1, end)
            continue
        pieces += (newlines(text[done:place]), found[0])
        done = found[1]
        place = text.find("&", done, end)
    pieces.append(newlines(text[done:end]))
    return "".join(pieces)


def newlines(text: str) -> str:
    """Return *text* with every line ending as a line feed, as the parser gets its input."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _read(
    text: str, place: int, end: int, report: Report, *, attribute: bool
) -> tuple[str, int] | None:
    """Return what the reference at *place* stands for and its end; None where it is text."""
    word = _WORD.match(text, place, end)
    if word is not None:
        return _named(text, word, end, report, attribute=attribute)
    if text.startswith("&#", place, end):
        return _numeric(text, place, end, report)
    return None


def _named(
    text: str, word: re.Match[str], end: int, report: Report, *, attribute: bool
) -> tuple[str, int] | None:
    place = word.start()
    name = word[1]
    if word[2] and f"{name};" in names():
        return names()[f"{name};"], word.end()
    for length in range(min(len(name), LONGEST_WITHOUT_SEMICOLON), 1, -1):
        value = names().get(name[:length])
        if value is None:
            continue
        stop = place + 1 + length
        after = text[stop : min(stop + 1, end)]
        if attribute and (after == "=" or (after.isascii() and after.isalnum())):
            return None
        report("missing-semicolon-after-character-reference", stop, place, stop, text[place:stop])
        return value, stop
    if word[2]:
        report("unknown-named-character-reference", word.end() - 1, *word.span(), word[0])
    return None


def _numeric(text: str, place: int, end: int, report: Report) -> tuple[str, int] | None:
    number = _NUMERIC.match(text, place, end)
    if number is None:
        stop = place + 2 + text.startswith(("x", "X"), place + 2, end)
        report("absence-of-digits-in-numeric-character-reference", stop, place, stop,
               text[place:stop])  # fmt: skip
        return None
    stop = number.end()
    if not number[3]:
        report("missing-semicolon-after-character-reference", stop, place, stop, number[0])
    code = code_point(number[1], 16) if number[1] else code_point(number[2], 10)
    name = forbidden(code)
    if name:
        report(name, stop, place, stop, number[0])
    if code == 0 or code > _MAXIMUM or 0xD800 <= code <= 0xDFFF:
        return "\ufffd", stop
    return chr(_WINDOWS_1252.get(code, code)), stop


def code_point(digits: str, base: int) -> int:
    """Return the value of *digits*; if it is larger than any in Unicode, the first one past it."""
    digits = digits.lstrip("0")
    return min(int(digits or "0", base), _MAXIMUM + 1) if len(digits) < 9 else _MAXIMUM + 1


def forbidden(code: int) -> str:
    """Return the standard's name of the error in a reference to *code*; "" if it is allowed."""
    if code == 0:
        return "null-character-reference"
    if code > _MAXIMUM:
        return "character-reference-outside-unicode-range"
    if 0xD800 <= code <= 0xDFFF:
        return "surrogate-character-reference"
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "noncharacter-character-reference"
    if code == 0x0D or (code not in (0x09, 0x0A, 0x0C, 0x20) and is_control(code)):
        return "control-character-reference"
    return ""


def is_control(code: int) -> bool:
    """Tell whether *code* is a C0 or C1 control or DEL."""
    return code < 0x20 or 0x7F <= code <= 0x9F


def meant_by(code: int) -> int | None:
    """Return the code point that browsers show for a reference to the C1 control *code*."""
    return _WINDOWS_1252.get(code)
