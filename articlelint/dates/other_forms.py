"""Dates that do not begin with a four-digit year: numbers, epochs, Chinese characters, words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from articlelint.dates import year_first
from articlelint.dates.model import (
    UTC_ZONE,
    Fault,
    Form,
    Outcome,
    ParsedDate,
    Unreadable,
)
from articlelint.dates.parts import Number, build, century, required, tail
from articlelint.text.regex import regex
from articlelint.text.span import Span

_NUMERIC = regex(
    r"(?P<a>[0-9]{1,2})(?P<mark>[-/.])(?P<b>[0-9]{1,2})(?P=mark)(?P<c>[0-9]{4}|[0-9]{2})"
    r"(?![0-9])(?P<tail>.*)",
    re.DOTALL,
)
_EPOCH = regex(r"(?P<whole>[0-9]{9,10}|[0-9]{12,13})(?:\.[0-9]{1,9})?")
_DATETIME_NUMBER = regex(r"(?P<day>[0-9]{8})(?P<clock>[0-9]{4}|[0-9]{6})")
_YEAR = regex(r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})")
_DAY_AND_WEEKDAY = regex(
    r"(?P<day>[0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2})[ ,]*[(]?(?P<name>[^\W\d_]{1,15})[.]?[)]?"
)
_ISO_WEEK = regex(r"(?P<year>[0-9]{4})-?W(?P<week>[0-9]{2})(?:-?(?P<weekday>[1-7]))?")
_ORDINAL = regex(r"(?P<year>[0-9]{4})-(?P<ordinal>[0-9]{3})")


def read(text: str) -> Outcome | None:
    """Return the date that *text* is, or what is impossible in it; None where it is no date."""
    if (match := _NUMERIC.fullmatch(text)) and (outcome := _numeric(match)):
        return outcome
    if match := _DATETIME_NUMBER.fullmatch(text):
        outcome = year_first.read(f"{match['day']}T{match['clock']}")
        if isinstance(outcome, ParsedDate):
            return outcome
    if match := _EPOCH.fullmatch(text):
        return _epoch(match)
    if match := _YEAR.fullmatch(text):
        return build(Form.YEAR, required(match, "year"), None, None)
    if match := _ISO_WEEK.fullmatch(text):
        return _week(match)
    if match := _ORDINAL.fullmatch(text):
        return _ordinal(match)
    if (match := _DAY_AND_WEEKDAY.fullmatch(text)) and (outcome := _day_and_weekday(match)):
        return outcome
    from articlelint.dates import east_asian, words  # rare, and it has tables

    return east_asian.read(text) or words.read(text)


def _epoch(match: re.Match[str]) -> ParsedDate:
    milliseconds = len(match["whole"]) > 10
    whole, _, fraction = match.string.partition(".")
    seconds = int(whole)
    if milliseconds:
        seconds, rest = divmod(seconds, 1000)
        fraction = f"{rest:03}" + fraction
    moment = datetime.fromtimestamp(seconds, UTC)
    return ParsedDate(
        Form.EPOCH_MILLISECONDS if milliseconds else Form.EPOCH_SECONDS,
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        fraction,
        UTC_ZONE,
    )


def _day_and_weekday(match: re.Match[str]) -> Outcome | None:
    """Return ``2022-02-02 Wed``; None where no weekday has the name."""
    from articlelint.dates.month_names import WEEKDAYS  # large tables

    weekday = WEEKDAYS.get(match["name"].casefold())
    if weekday is None:
        return None
    outcome = year_first.read(match["day"])
    if not isinstance(outcome, ParsedDate):
        return outcome
    span = Span(*match.span("name"))
    return outcome._replace(weekday=weekday, weekday_span=span, padded=False, strict=False)


def _week(match: re.Match[str]) -> Outcome:
    year, week = required(match, "year"), required(match, "week")
    try:
        day = date.fromisocalendar(year.value, week.value, int(match["weekday"] or 1))
    except ValueError:
        message = f"{year.value} has no week {week.value}"
        return Unreadable(Fault.IMPOSSIBLE, message, week.span)
    return ParsedDate(Form.WEEK, day.year, day.month, day.day)


def _ordinal(match: re.Match[str]) -> Outcome:
    year, ordinal = required(match, "year"), required(match, "ordinal")
    try:
        day = date(year.value, 1, 1) + timedelta(days=ordinal.value - 1)
    except (ValueError, OverflowError):
        return Unreadable(Fault.IMPOSSIBLE, f"There is no year {year.value}", year.span)
    if day.year != year.value or not ordinal.value:
        message = f"{year.value} has no day {ordinal.value}"
        return Unreadable(Fault.IMPOSSIBLE, message, ordinal.span)
    return ParsedDate(Form.ORDINAL, day.year, day.month, day.day)


def _numeric(match: re.Match[str]) -> Outcome | None:
    time = tail(match["tail"], match.start("tail")) if match["tail"] else None
    if isinstance(time, Unreadable) or (match["tail"] and time is None):
        return time
    a, b, c = (required(match, name) for name in "abc")
    short = c.width == 2
    year = Number(century(c.value), c.span, 4) if short else c
    # Between dots the day comes first; otherwise the month, as most parsers have it.
    orders = [(year, b, a)] if match["mark"] == "." else [(year, a, b), (year, b, a)]
    if short:
        orders.append((Number(century(a.value), a.span, 4), b, c))
    outcomes = [build(Form.NUMERIC, *order, time) for order in orders]
    possible = [outcome for outcome in outcomes if isinstance(outcome, ParsedDate)]
    if not possible:
        return outcomes[-1] if not short and a.value > 12 else outcomes[0]
    days = dict.fromkeys(outcome.day_only for outcome in possible)
    first = possible[0]
    others = tuple(day for day in days if day != first.day_only)
    return ParsedDate(
        Form.NUMERIC,
        first.year,
        first.month,
        first.day,
        first.hour,
        first.minute,
        first.second,
        first.fraction,
        first.zone,
        first.separator,
        first.padded,
        zone_span=first.zone_span,
        alternatives=others,
        two_digit_year=short,
    )
