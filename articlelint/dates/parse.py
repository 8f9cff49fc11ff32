"""Reads a date out of a text, whatever form it is written in.

Numbers that begin with the year are read here, by one expression; the other forms by
``dates.numeric`` and ``dates.words``, which are imported only when a text needs them. Nothing
here knows of a locale or of the machine's time zone, and all of it is linear in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from articlelint.dates.model import Fault, Form, Outcome, ParsedDate, Unreadable
from articlelint.dates.parts import TIME, bare_tail, build, clock, number, required, tail
from articlelint.span import Span

MAX_LENGTH = 200
"""Characters; the longest date that anything prints has about a hundred."""

_ZONE = r"(?P<zone>Z|z|[+-][0-9]{2}:?[0-9]{2})"
_COMMON = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    rf"(?:(?P<separator>[Tt]|[ \t]+)(?P<time>{TIME})(?:[ \t]*{_ZONE})?)?"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?P<dash>[ ]?[-/.][ ]?)(?P<month>[0-9]{1,2})"
    r"(?:(?P=dash)(?P<day>[0-9]{1,2}))?(?![0-9])(?P<tail>.*)",
    re.DOTALL,
)
_COMPACT = re.compile(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[Tt ]?(?P<tail>[0-9]{4}.*))?",
    re.DOTALL,
)
_FORMS = {"-": Form.ISO, "/": Form.SLASHES, ".": Form.DOTS}
# Digits and marks of other scripts, each for the ASCII character that it looks like.
_LOOKALIKES = str.maketrans(
    "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff1a\uff0f\uff0d\uff0e\uff0c\uff0b"
    "\u2010\u2011\u2012\u2013\u2014\u2212\u3000\u00a0\u2009\u202f\u2236",
    "0123456789:/-.,+------    :",
)


@lru_cache(maxsize=8192)
def parse(text: str) -> Outcome:
    """Return the date that *text* is, or why it is none. Blanks around it do not count."""
    match = _COMMON.fullmatch(text)
    if match:
        return _common(match)
    if len(text) > MAX_LENGTH:
        return Unreadable(Fault.UNKNOWN, "This text is too long to be a date", Span(0, len(text)))
    stripped = text.strip()
    if not stripped:
        return Unreadable(Fault.EMPTY, "The date is empty", Span(0, len(text)))
    plain = stripped.translate(_LOOKALIKES)
    outcome = _common(match) if (match := _COMMON.fullmatch(plain)) else _other(plain)
    return _moved(outcome, text.index(stripped), lookalikes=plain != stripped)


def _common(match: re.Match[str]) -> Outcome:
    year, month, day = (required(match, name) for name in ("year", "month", "day"))
    if not (year.value or month.value or day.value):
        return _unknown(match.string)  # 0000-00-00, which databases have for none
    if match["time"] is None:
        return build(Form.ISO, year, month, day)
    time = clock(match, 0, match["separator"])
    if time is None:
        return _unknown(match.string)
    if isinstance(time, Unreadable):
        return time
    return build(Form.ISO, year, month, day, time)


def _other(text: str) -> Outcome:
    match = _YEAR_FIRST.fullmatch(text)
    outcome = _year_first(match) if match else None
    if outcome is not None:
        return outcome
    match = _COMPACT.fullmatch(text)
    outcome = _compact(match) if match else None
    if outcome is not None:
        return outcome
    from articlelint.dates import other_forms  # noqa: PLC0415 - most dates need it not

    return other_forms.read(text) or _unknown(text)


def _year_first(match: re.Match[str]) -> Outcome | None:
    year, month, day = required(match, "year"), required(match, "month"), number(match, "day")
    rest = match["tail"]
    time = tail(rest, match.start("tail")) if rest and day is not None else None
    if isinstance(time, Unreadable) or (rest and time is None):
        return time
    form = _FORMS[match["dash"].strip()]
    if form is Form.ISO and time and (time.monotonic or _names_zone_twice(rest)):
        form = Form.GO
    if form is Form.DOTS and day is None:
        return None  # 2024.5 is a number
    outcome = build(form, year, month, day, time)
    if isinstance(outcome, ParsedDate) and " " in match["dash"]:
        return _replaced(outcome, padded=False)
    return outcome


def _names_zone_twice(rest: str) -> bool:
    return bool(re.search(r"[+-][0-9]{4}[ ](?:[A-Z]{2,5}|[+-][0-9]{2,4})$", rest))


def _compact(match: re.Match[str]) -> Outcome | None:
    year, month, day = (required(match, name) for name in ("year", "month", "day"))
    if not 1000 <= year.value <= 2999 or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None  # a number that happens to have eight digits
    rest = match["tail"]
    time = bare_tail(rest, match.start("tail")) if rest else None
    if isinstance(time, Unreadable) or (rest and time is None):
        return time
    return build(Form.COMPACT, year, month, day, time)


def _unknown(text: str) -> Unreadable:
    from articlelint.dates.rubbish import explain  # noqa: PLC0415 - dates are seldom none

    return explain(text)


def _moved(outcome: Outcome, offset: int, *, lookalikes: bool) -> Outcome:
    """Return *outcome* with its spans moved by the blanks before the date."""
    if isinstance(outcome, Unreadable):
        return Unreadable(
            outcome.fault, outcome.message, outcome.span.shift(offset), outcome.numbers
        )
    if not offset and not lookalikes:
        return outcome
    return _replaced(
        outcome,
        lookalikes=lookalikes,
        weekday_span=outcome.weekday_span.shift(offset) if outcome.weekday_span else None,
        zone_span=outcome.zone_span.shift(offset) if outcome.zone_span else None,
    )


def _replaced(outcome: ParsedDate, **changes: object) -> ParsedDate:
    from dataclasses import replace  # noqa: PLC0415 - with it, for the same few dates

    return replace(outcome, **changes)  # type: ignore[arg-type] # the callers name fields
