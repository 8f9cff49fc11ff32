"""Dates that begin with a year of four digits."""

from __future__ import annotations

import re

from articlelint.dates.model import Form, Outcome, ParsedDate, Unreadable
from articlelint.dates.parts import TIME, Clock, bare_tail, build, clock, number, required, tail
from articlelint.text.regex import regex

_ZONE = r"(?P<zone>Z|z|[+-][0-9]{2}:?[0-9]{2})"
_COMMON = regex(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    rf"(?:(?P<separator>[Tt]|[ \t]+)(?P<time>{TIME})(?:[ \t]*{_ZONE})?)?"
)
_YEAR_FIRST = regex(
    r"(?P<year>[0-9]{4})(?P<dash>[ ]?[-/.][ ]?|[ ](?=[0-9]{2}[ ]))(?P<month>[0-9]{1,2})"
    r"(?:(?P=dash)(?P<day>[0-9]{1,2}))?(?![0-9])(?P<tail>.*)",
    re.DOTALL,
)
_COMPACT = regex(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[Tt ]?(?P<tail>[0-9]{4}.*))?",
    re.DOTALL,
)
_FORMS = {"-": Form.ISO, "/": Form.SLASHES, ".": Form.DOTS, "": Form.COMPACT}
_BARE_CLOCK = regex(r"[Tt ](?P<clock>[0-9]{4}(?:[0-9]{2})?(?![0-9:]).*)", re.DOTALL)


def read(text: str) -> Outcome | None:
    """Return the date that *text*, without blanks around it, is, or what is impossible in it.

    None where it is no date that begins so.
    """
    match = _COMMON.fullmatch(text)
    return _common(match) if match else _other(text)


def _common(match: re.Match[str]) -> Outcome | None:
    year, month, day = (required(match, name) for name in ("year", "month", "day"))
    if not (year.value or month.value or day.value):
        return None  # 0000-00-00, which databases have for none
    if match["time"] is None:
        return build(Form.ISO, year, month, day)
    time = clock(match, 0, match["separator"])
    if time is None:
        return None
    if isinstance(time, Unreadable):
        return time
    return build(Form.ISO, year, month, day, time)


def _other(text: str) -> Outcome | None:
    match = _YEAR_FIRST.fullmatch(text)
    outcome = _year_first(match) if match else None
    if outcome is not None:
        return outcome
    match = _COMPACT.fullmatch(text)
    return _compact(match) if match else None


def _year_first(match: re.Match[str]) -> Outcome | None:
    year, month, day = required(match, "year"), required(match, "month"), number(match, "day")
    rest = match["tail"]
    time = _clock(rest, match.start("tail")) if rest and day is not None else None
    if isinstance(time, Unreadable) or (rest and time is None):
        return time
    form = _FORMS[match["dash"].strip()]
    if form is Form.ISO and time and (time.monotonic or _names_zone_twice(rest)):
        form = Form.GO
    if form is Form.DOTS and day is None:
        return None  # 2024.5 is a number
    outcome = build(form, year, month, day, time)
    if isinstance(outcome, ParsedDate) and " " in match["dash"]:
        return outcome._replace(padded=False)
    return outcome


def _clock(rest: str, offset: int) -> Clock | Unreadable | None:
    """Return the time of day behind the day, with colons or without."""
    bare = _BARE_CLOCK.fullmatch(rest)
    return bare_tail(bare["clock"], offset + 1) if bare else tail(rest, offset)


def _names_zone_twice(rest: str) -> bool:
    return bool(re.search(r"[+-][0-9]{4}[ ](?:[A-Z]{2,5}|[+-][0-9]{2,4})$", rest))


def _compact(match: re.Match[str]) -> Outcome | None:
    year, month, day = (required(match, name) for name in ("year", "month", "day"))
    if not 1900 <= year.value <= 2199 or not 1 <= month.value <= 12 or not 1 <= day.value <= 31:
        return None  # a number that happens to have eight digits
    rest = match["tail"]
    time = bare_tail(rest, match.start("tail")) if rest else None
    if isinstance(time, Unreadable) or (rest and time is None):
        return time
    return build(Form.COMPACT, year, month, day, time)
