"""Which runs of ``*``, ``_``, ``~``, ``^`` and ``=`` open and close an element.

``DelimiterProcessor`` of ``markdown/inlinepatterns.py`` and of
``pymdownx/delimiterprocessor.py``, which differ in how punctuation beside a run counts and in
what long runs make.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping


class Delimiter(NamedTuple):
    """A character that marks, and what it makes.

    *double* and *single* are the elements that two of them and one make; "" where that makes
    none. *smart* leaves runs within words alone. *punctuation* is CommonMark's rule for what
    stands beside punctuation, *no_space* forbids white space between single ones. *whole* makes
    of three first two, then one.
    """

    token: str
    double: str
    single: str
    smart: bool = False
    punctuation: bool = False
    no_space: bool = False
    whole: bool = False

    @property
    def only_double(self) -> bool:
        """Tell whether one alone makes nothing."""
        return not self.single

    @property
    def only_single(self) -> bool:
        """Tell whether two make nothing of their own."""
        return not self.double


class Run(NamedTuple):
    """A run of one character, and whether it may open or close an element."""

    start: int
    end: int
    token: str
    opens: bool
    closes: bool


@lru_cache(maxsize=64)
def _pattern(tokens: frozenset[str]) -> re.Pattern[str]:
    return regex(rf"([{re.escape(''.join(sorted(tokens)))}])\1*+")


def runs(text: str, delimiters: Mapping[str, Delimiter]) -> list[Run]:
    """Return the runs of *text* in reading order."""
    pattern = _pattern(frozenset(delimiters))
    return [
        _run(text, match.start(), match.end(), delimiters[match[1]])
        for match in pattern.finditer(text)
    ]


def _run(text: str, start: int, end: int, delimiter: Delimiter) -> Run:
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    at_end = not after or (after == "\n" and end + 1 == len(text))
    length = end - start
    smart = delimiter.smart and not (delimiter.no_space and length != 2)
    closes = bool(before) and not before.isspace()
    opens = not at_end and not after.isspace()
    if delimiter.punctuation:
        closes = closes and not _is_punctuation(before)
        opens = opens and not _is_punctuation(after)
    if smart:
        closes = closes and (after == "_" != delimiter.token or not _is_word(after))
        opens = opens and (before == "_" != delimiter.token or not _is_word(before))
    if delimiter.punctuation:
        closes, opens = _beside_punctuation(
            before, after, at_end=at_end, closes=closes, opens=opens
        )
    return Run(start, end, delimiter.token, opens, closes)


def _beside_punctuation(
    before: str, after: str, *, at_end: bool, closes: bool, opens: bool
) -> tuple[bool, bool]:
    """Return whether a run closes and opens, given what it does by the characters alone."""
    if opens and closes:
        return True, True
    before_is = bool(before) and _is_punctuation(before)
    after_is = bool(after) and _is_punctuation(after)
    if (before_is or before == "\x03") and (after_is or after == "\x02") and not at_end:
        return True, True
    if closes or (before_is and (at_end or after.isspace() or after_is or after == "\x02")):
        return True, False
    if opens or ((not before or before.isspace() or before_is or before == "\x03") and after_is):
        return False, True
    return False, False


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_punctuation(character: str) -> bool:
    return character not in {"\x02", "\x03"} and category(character)[0] in "PS"
