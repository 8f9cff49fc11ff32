"""Reads a date out of a text, whatever form it is written in.

What nearly all dates look like is read here, by one expression; the other forms by modules that
are imported only when a text needs them. Nothing
here knows of a locale or of the machine's time zone, and all of it is linear in the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.dates.model import Fault, Form, Outcome, ParsedDate, Unreadable, days_of
from articlelint.dates.zones import read_zone
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re

MAX_LENGTH = 200
"""Characters; the longest date that anything prints has about a hundred."""

# What nearly all dates look like; what is impossible among them takes the longer way.
_FAST = regex(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:([T ])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:[ ]?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
# Digits and marks of other scripts, each for the ASCII character that it looks like.
_LOOKALIKES = str.maketrans(
    "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff1a\uff0f\uff0d\uff0e\uff0c\uff0b"
    "\u2010\u2011\u2012\u2013\u2014\u2212\u3000\u00a0\u2009\u202f\u2236",
    "0123456789:/-.,+------    :",
)
# Arabic, Persian, Devanagari, Bengali and Thai digits.
for _zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50):
    _LOOKALIKES.update({_zero + number: ord("0") + number for number in range(10)})


@lru_cache(maxsize=8192)
def parse(text: str) -> Outcome:
    """Return the date that *text* is, or why it is none. Blanks around it do not count."""
    match = _FAST.fullmatch(text)
    if match:
        fast = _fast(match)
        if fast is not None:
            return fast
    return _slow(text)


def _fast(match: re.Match[str]) -> ParsedDate | None:
    """Return the date of a text with all its zeros; None where something is impossible."""
    a, b, c, separator, d, e, f, zone_text = match.groups()
    year, month, day = int(a), int(b), int(c)
    if not (year > 99 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if day > 28 and day > days_of(year, month):
        return None
    if separator is None:
        return ParsedDate(Form.ISO, year, month, day, strict=True)
    hour, minute, second = int(d), int(e), int(f) if f else None
    if hour > 23 or minute > 59 or (f and int(f) > 59):
        return None
    zone = span = None
    if zone_text is not None:
        zone, span = read_zone(zone_text), Span(*match.span(8))
        if zone is None:
            return None
    return ParsedDate(
        Form.ISO,
        year,
        month,
        day,
        hour,
        minute,
        second,
        zone=zone,
        separator=separator,
        zone_span=span,
        strict=True,
    )


def _slow(text: str) -> Outcome:
    if len(text) > MAX_LENGTH:
        return Unreadable(Fault.UNKNOWN, "This text is too long to be a date", Span(0, len(text)))
    stripped = text.strip()
    if not stripped:
        return Unreadable(Fault.EMPTY, "The date is empty", Span(0, len(text)))
    plain = stripped.translate(_LOOKALIKES)
    from articlelint.dates import year_first

    outcome = year_first.read(plain) or _other(plain)
    return _moved(outcome, text.index(stripped), lookalikes=plain != stripped)


def _other(text: str) -> Outcome:
    """Return the date that *text* is, which does not begin with a year, or what it is instead."""
    from articlelint.dates import other_forms

    outcome = other_forms.read(text)
    if outcome is not None:
        return outcome
    from articlelint.dates.rubbish import explain

    return explain(text, lambda part: isinstance(parse(part), ParsedDate))


def _moved(outcome: Outcome, offset: int, *, lookalikes: bool) -> Outcome:
    """Return *outcome* with its spans moved by the blanks before the date."""
    if isinstance(outcome, Unreadable):
        return Unreadable(
            outcome.fault, outcome.message, outcome.span.shift(offset), outcome.numbers
        )
    if not offset and not lookalikes:
        return outcome
    return outcome._replace(
        lookalikes=lookalikes,
        weekday_span=outcome.weekday_span.shift(offset) if outcome.weekday_span else None,
        zone_span=outcome.zone_span.shift(offset) if outcome.zone_span else None,
    )
