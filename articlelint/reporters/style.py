"""How lines may look: colours, width, and text of others made harmless."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.dataclass import dataclass
from articlelint.diagnostic import Severity
from articlelint.text.edit import Applicability
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CODES = {
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "frame": "34",
    "added": "32",
    "removed": "31",
    "hunk": "36",
}

_JOINERS = "\u200c\u200d"
"""What joins and parts letters of many scripts and emoji; harmless, and has no width."""
_TAB = 4
# Azure Pipelines and GitHub Actions find these anywhere in a line of a log, and obey.
_COMMAND = regex(r"##(?=\[|vso\[)", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """What the place of output can show.

    *width* is in terminal cells. On a terminal, longer sentences are broken at words, and nothing
    is printed that it would obey; nor in a log that a CI service reads.
    *fixes* is how sure a fix must be for ``--fix``, as it was
    given, to make it; *fail_on* the least severity that makes the run fail. *here* is the
    working directory and *root* the root of the checkout, both absolute, for formats whose
    readers know paths from there; None leaves paths as they are.
    """

    color: bool = False
    width: int = 100
    is_terminal: bool = False
    is_log: bool = False
    fixes: Applicability = Applicability.SAFE
    fail_on: Severity = Severity.WARNING
    here: Path | None = None
    root: Path | None = None

    def paint(self, text: str, look: str) -> str:
        """Return *text* in the colour that *look* names, where there is colour."""
        return f"\x1b[{_CODES[look]}m{text}\x1b[0m" if self.color and text else text


def visible(text: str) -> str:
    """Return *text* with control and invisible characters shown, so that none is obeyed."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(shown, text))
    return harmless(text)


def visible_path(path: Path) -> str:
    """Return *path* for the start of a line, where GitHub Actions takes ``::`` for a command."""
    text = str(path)
    return visible(f"./{text}" if text.lstrip().startswith("::") else text)


def harmless(text: str) -> str:
    """Return *text*, as long as before, with nothing that a CI service would obey in its log."""
    return _COMMAND.sub("#\u266f", text) if "##" in text else text


@lru_cache(maxsize=4096)
def shown(character: str) -> str:
    """Return what to print for *character*: itself, or a sign for it."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"} and character not in _JOINERS:
        return f"<U+{code:04X}>"
    return character


@lru_cache(maxsize=4096)
def cells(character: str) -> int:
    """Return how many terminal cells *character* takes, as ``wcwidth`` counts them."""
    code = ord(character)
    if 0x1160 <= code <= 0x11FF or character in _JOINERS:  # vowels and finals join the first
        return 0
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Return how many terminal cells *text*, already visible, takes."""
    if text.isascii():
        return len(text)
    return sum(cells(character) for character in _JOINED.sub("\u200d", text))


_JOINED = regex("\u200d.", re.DOTALL)


def padded(text: str, room: int) -> str:
    """Return *text*, already visible, with blanks behind it, so that it takes *room* cells."""
    return text + " " * (room - width(text))


def folded(text: str, room: int, first: int) -> Iterator[str]:
    """Yield *text*, already visible, in lines of at most *room* cells, the first of *first*.

    Lines are broken at blanks and between wide characters; a longer word is left whole.
    """
    line, used, limit = "", 0, first
    for piece in _PIECES.findall(text):
        taken = width(piece)
        if used + taken > limit and (line or limit < room):
            yield line.rstrip(" ")
            line, used, limit = "", 0, room
            if piece == " ":
                continue
        line, used = line + piece, used + taken
    yield line


_WIDE = "\u2e80-\u2fff\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff10-\uff5a\U00020000-\U0003ffff"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_OPENING = "\u3008\u300a\u300c\u300e\uff08"
_PIECES = regex(
    f" |[{_OPENING}]*(?:[{_WIDE}][{_CLOSING}\\])]*|[^ {_WIDE}]+[{_CLOSING}]*)|[{_OPENING}]+"
)
"""What a line is not broken within: words, wide characters, with the signs that embrace them."""


def spread(text: str) -> list[tuple[str, int]]:
    """Return what each character of *text* is printed as, and how many cells that takes."""
    result: list[tuple[str, int]] = []
    joined = False
    for character in text:
        if character == "\t":
            result.append((" " * _TAB, _TAB))
        else:
            sign = shown(character)
            taken = len(sign) if len(sign) > 1 else 0 if joined else cells(sign)
            result.append((sign, taken))
        joined = character == "\u200d"
    return result
