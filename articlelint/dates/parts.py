"""From the numbers of a date to a date: what is impossible is said, with the number at fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.dates.model import MONTHS, Fault, ParsedDate, Unreadable, days_of
from articlelint.dates.zones import read_zone
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from typing import Any

    from articlelint.dates.model import Form, Outcome, Zone

TIME = (
    r"(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{1,2})(?::(?P<second>[0-9]{1,2})(?:[.,](?P<fraction>[0-9]{1,40}))?)?)?"
    r"(?:[ \t]*(?P<meridiem>[AaPp])\.?[Mm]\.?(?![A-Za-z]))?"
)
_TAIL = regex(
    r"(?P<separator>[ \t]*[Tt][ \t]*|,?[ \t]+(?:at[ \t]+)?|_|,|-(?=[0-9]{1,2}:))"
    + TIME
    + r"(?:[ \t]*(?P<zone>[A-Za-z][^\s\[()]*(?:[ ]?[+-][0-9:]{1,6})?|[+-][0-9:]+))?"
    r"(?P<abbreviation>[ \t]+(?:[A-Z]{2,5}|[+-][0-9]{2,4}))?(?P<monotonic>[ ]m=[+-][0-9.]+)?"
    r"(?P<region>\[[^\]]*\])?(?P<comment>[ \t]*\([^()]*\))?[ \t]*"
)
_BARE = regex(
    r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?:(?P<second>[0-9]{2})"
    r"(?:[.,](?P<fraction>[0-9]{1,40}))?)?(?P<zone>[A-Za-z+-][0-9:A-Za-z]*)?"
)


@dataclass(slots=True)
class Number:
    """A number as written, and where."""

    value: int
    span: Span
    width: int


def number(match: re.Match[str], name: str, offset: int = 0) -> Number | None:
    """Return the number in group *name*, its span moved by *offset*; None where it is absent."""
    text = match[name]
    if text is None:
        return None
    start, end = match.span(name)
    return Number(int(text), Span(start + offset, end + offset), end - start)


def required(match: re.Match[str], name: str) -> Number:
    """Return the number in group *name*, which every match has."""
    start, end = match.span(name)
    return Number(int(match[name]), Span(start, end), end - start)


@dataclass(slots=True)
class Clock:
    """A time of day, and the zone behind it."""

    hour: Number
    minute: Number | None = None
    second: Number | None = None
    fraction: str = ""
    zone: Zone | None = None
    zone_span: Span | None = None
    separator: str = ""
    monotonic: bool = False


def tail(text: str, offset: int) -> Clock | Unreadable | None:
    """Return the time and zone in *text*, which is what follows a day; None where it is neither.

    *offset* is where *text* begins in what is being read.
    """
    match = _TAIL.fullmatch(text)
    if match is None:
        return None
    return clock(match, offset, match["separator"])


def bare_tail(text: str, offset: int) -> Clock | Unreadable | None:
    """Return the time and zone written without colons, ``100000Z``."""
    match = _BARE.fullmatch(text)
    return clock(match, offset, "T") if match else None


def clock(match: re.Match[str], offset: int, separator: str) -> Clock | Unreadable | None:
    """Return the time of day that *match*, of a pattern with TIME in it, has found."""
    groups = match.groupdict()
    hour = number(match, "hour", offset)
    if hour is None:
        return None
    meridiem = (groups.get("meridiem") or "").lower()
    if meridiem:
        if not 1 <= hour.value <= 12:
            message = f"There is no hour {hour.value} {meridiem}m; it runs from 1 to 12"
            return Unreadable(Fault.IMPOSSIBLE, message, hour.span)
        hour.value = hour.value % 12 + (12 if meridiem == "p" else 0)
        hour.width = 1
    elif match["minute"] is None and separator.strip().lower() != "t":
        return None
    result = Clock(
        hour,
        number(match, "minute", offset),
        number(match, "second", offset),
        match["fraction"] or "",
        separator=separator,
        monotonic=bool(groups.get("monotonic")),
    )
    return add_zone(result, match, offset) or result


def add_zone(result: Clock, match: re.Match[str], offset: int) -> Unreadable | None:
    """Put the zone that *match* has found into *result*; return what is wrong with it."""
    groups = match.groupdict()
    text = groups.get("zone")
    region = groups.get("region")
    if text is None and (groups.get("abbreviation") or "").strip():
        text, name = groups["abbreviation"].strip(), "abbreviation"
    else:
        name = "zone"
    if text is None:
        if not region:
            return None
        text, name = region, "region"
    result.zone = read_zone(text.strip("[]"))
    end = match.end(name)
    result.zone_span = Span(end - len(text), end).shift(offset)
    if result.zone is not None:
        return None
    if text[0] in "+-":
        message = f"There is no offset of {text} from UTC"
        return Unreadable(Fault.IMPOSSIBLE, message, result.zone_span)
    return Unreadable(Fault.UNKNOWN, f"`{text}` is not a time zone", result.zone_span)


def build(
    form: Form,
    year: Number,
    month: Number | None,
    day: Number | None,
    time: Clock | None = None,
    **more: Any,
) -> Outcome:
    """Return the date with these parts, or which of them is impossible."""
    fault = impossible(year, month, day, time)
    if fault is not None:
        return fault
    hour, minute, second = (
        (time.hour, time.minute, time.second) if time is not None else (None, None, None)
    )
    padded = all(part is None or part.width >= 2 for part in (month, day, hour, minute, second))
    zone = time.zone if time else None
    return ParsedDate(
        form,
        year.value,
        month.value if month else None,
        day.value if day else None,
        hour.value if hour else None,
        minute.value if minute else None if hour is None else 0,
        second.value if second else None,
        time.fraction if time else "",
        zone,
        time.separator if time else "",
        padded,
        zone_span=time.zone_span if time else None,
        **more,
    )


def impossible(
    year: Number, month: Number | None, day: Number | None, time: Clock | None = None
) -> Unreadable | None:
    """Return what is wrong where no calendar or clock has these numbers; None where one has."""
    found = _impossible_day(year, month, day) or (_impossible_time(time) if time else None)
    if found is None:
        return None
    parts = [year, month, day]
    if time is not None:
        parts += [time.hour, time.minute, time.second]
    numbers = tuple(part.value for part in parts if part is not None)
    return Unreadable(Fault.IMPOSSIBLE, found[0], found[1], numbers)


def _impossible_day(
    year: Number, month: Number | None, day: Number | None
) -> tuple[str, Span] | None:
    if not year.value:
        return "There is no year 0", year.span
    if month is None:
        return None
    if not 1 <= month.value <= 12:
        return f"There is no month {month.value}", month.span
    if day is None:
        return None
    last = days_of(year.value, month.value)
    if not 1 <= day.value <= last:
        name = MONTHS[month.value - 1]
        return f"{name} {year.value} has {last} days, not {day.value}", day.span
    return None


def _impossible_time(time: Clock) -> tuple[str, Span] | None:
    minute = time.minute.value if time.minute else 0
    second = time.second.value if time.second else 0
    if time.hour.value > 24 or (time.hour.value == 24 and (minute or second or time.fraction)):
        return f"There is no hour {time.hour.value}; a day ends at 23:59", time.hour.span
    if minute > 59 and time.minute:
        return f"There is no minute {minute}", time.minute.span
    if time.second and (second > 60 or (second == 60 and minute != 59)):
        return f"There is no second {second}", time.second.span
    return None


def century(year: int) -> int:
    """Return the year that two digits mean: POSIX, strptime's ``%y``, 69 to 99 are 19xx."""
    return year + (1900 if year >= 69 else 2000)
