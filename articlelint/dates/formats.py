"""Writes dates: the same parts in another form, precision and zone kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.dates.model import MONTHS, WEEKDAYS, Form, ParsedDate, Precision
from articlelint.dates.zones import offset_text

if TYPE_CHECKING:
    from collections.abc import Callable


def zone_text(date: ParsedDate, *, z: bool = True, colon: str = ":") -> str:
    """Return the zone as an offset, or as ``Z`` where it is UTC and *z*; "" where none is written.

    Raises ValueError for a zone whose offset is not known.
    """
    if date.zone is None:
        return ""
    zone = date.zone.tzinfo
    offset = date.local.replace(tzinfo=zone).utcoffset() if zone else None
    if offset is None:
        raise ValueError(f"the offset of {date.zone.name!r} is not known")
    if not offset and z:
        return "Z"
    return offset_text(offset, colon)


def clock_text(date: ParsedDate, *, seconds: bool = False) -> str:
    """Return the time of day as written, ``14:07:16.5``; with *seconds* at least to the second."""
    text = f"{date.hour or 0:02}:{date.minute or 0:02}"
    if seconds or date.precision >= Precision.SECOND:
        text += f":{date.second or 0:02}"
    return f"{text}.{date.fraction}" if date.fraction else text


def iso_day(date: ParsedDate, mark: str = "-") -> str:
    """Return year, month and day as far as they are written, ``2022-02-02``."""
    parts = [f"{date.year:04}"]
    if date.month is not None:
        parts.append(f"{date.month:02}")
    if date.day is not None:
        parts.append(f"{date.day:02}")
    return mark.join(parts)


def iso(
    date: ParsedDate,
    *,
    separator: str = "T",
    z: bool = True,
    colon: str = ":",
    zone_mark: str = "",
    seconds: bool = False,
    mark: str = "-",
) -> str:
    """Return the date as ``2022-02-02T14:07:16Z``, with another *separator*, *zone_mark* and so on.

    *zone_mark* is put before the zone, *mark* between the numbers of the day. Raises
    ValueError for a zone whose offset is not known.
    """
    text = iso_day(date, mark)
    if not date.has_time:
        return text
    zone = zone_text(date, z=z, colon=colon)
    return f"{text}{separator}{clock_text(date, seconds=seconds)}{zone_mark if zone else ''}{zone}"


def format_as(date: ParsedDate, form: Form) -> str:
    """Return *date* in *form*; what the form has no place for (a fraction, say) is left out.

    Raises ValueError for a zone whose offset is not known, and where the form needs a part
    that is not written.
    """
    writer = _WRITERS[form]
    if date.day is None and form not in {Form.ISO, Form.SLASHES, Form.YEAR, Form.CJK}:
        raise ValueError(f"{form} needs a day")
    if not date.has_time and form in _NEED_TIME:
        raise ValueError(f"{form} needs a time")
    return writer(date)


def _weekday(date: ParsedDate) -> str:
    return WEEKDAYS[date.day_only.weekday()]


def _month(date: ParsedDate) -> str:
    return MONTHS[(date.month or 1) - 1]


def _rfc_zone(date: ParsedDate) -> str:
    zone = zone_text(date, colon="")
    return " GMT" if zone == "Z" else f" {zone}" if zone else ""


def _whole_clock(date: ParsedDate) -> str:
    return f"{date.hour or 0:02}:{date.minute or 0:02}:{date.second or 0:02}"


def _rfc822(date: ParsedDate) -> str:
    day = f"{_weekday(date)[:3]}, {date.day or 1:02} {_month(date)[:3]} {date.year:04}"
    return f"{day} {_whole_clock(date)}{_rfc_zone(date)}"


def _rfc850(date: ParsedDate) -> str:
    day = f"{_weekday(date)}, {date.day or 1:02}-{_month(date)[:3]}-{date.year % 100:02}"
    return f"{day} {_whole_clock(date)}{_rfc_zone(date)}"


def _ansi_c(date: ParsedDate) -> str:
    day = f"{_weekday(date)[:3]} {_month(date)[:3]} {date.day or 1:2}"
    return f"{day} {_whole_clock(date)} {date.year:04}"


def _unix(date: ParsedDate) -> str:
    zone = zone_text(date, colon="")
    zone = " UTC" if zone == "Z" else f" {zone}"
    day = f"{_weekday(date)[:3]} {_month(date)[:3]} {date.day or 1:2}"
    return f"{day} {_whole_clock(date)}{zone} {date.year:04}"


def _javascript(date: ParsedDate) -> str:
    zone = zone_text(date, z=False, colon="") or "+0000"
    day = f"{_weekday(date)[:3]} {_month(date)[:3]} {date.day or 1:02} {date.year:04}"
    return f"{day} {_whole_clock(date)} GMT{zone}"


def _go(date: ParsedDate) -> str:
    zone = zone_text(date, z=False, colon="") or "+0000"
    name = "UTC" if zone == "+0000" else zone
    return f"{iso_day(date)} {clock_text(date, seconds=True)} {zone} {name}"


def _month_name(date: ParsedDate) -> str:
    clock = f" {clock_text(date)}{_rfc_zone(date)}" if date.has_time else ""
    return f"{date.day} {_month(date)} {date.year:04}{clock}"


def _numeric(date: ParsedDate) -> str:
    clock = f" {clock_text(date)}{_rfc_zone(date)}" if date.has_time else ""
    return f"{date.day:02}.{date.month:02}.{date.year:04}{clock}"


def _cjk(date: ParsedDate) -> str:
    text = f"{date.year:04}年"
    if date.month is not None:
        text += f"{date.month}月"
    if date.day is not None:
        text += f"{date.day}日"
    if not date.has_time:
        return text
    clock = clock_text(date).partition(".")[0]
    zone = zone_text(date, z=False)
    return f"{text} {clock}{' ' if zone else ''}{zone}"


def _compact(date: ParsedDate) -> str:
    day = iso_day(date, "")
    if not date.has_time:
        return day
    return f"{day}T{clock_text(date).replace(':', '')}{zone_text(date, colon='')}"


def _week(date: ParsedDate) -> str:
    year, week, weekday = date.day_only.isocalendar()
    return f"{year:04}-W{week:02}-{weekday}"


def _ordinal(date: ParsedDate) -> str:
    return f"{date.year:04}-{date.day_only.timetuple().tm_yday:03}"


def _epoch(date: ParsedDate, *, milliseconds: bool) -> str:
    instant = date.instant()
    if instant is None:
        raise ValueError("the moment is not known")
    if milliseconds:
        return str(int(instant.timestamp()) * 1000 + instant.microsecond // 1000)
    return str(int(instant.timestamp()))


_WRITERS: dict[Form, Callable[[ParsedDate], str]] = {
    Form.ISO: iso,
    Form.SLASHES: lambda date: iso(date, separator=" ", mark="/", zone_mark=" ", z=False),
    Form.DOTS: lambda date: iso(date, separator=" ", mark=".", zone_mark=" ", z=False),
    Form.COMPACT: _compact,
    Form.WEEK: _week,
    Form.ORDINAL: _ordinal,
    Form.YEAR: lambda date: f"{date.year:04}",
    Form.RFC822: _rfc822,
    Form.RFC850: _rfc850,
    Form.ANSI_C: _ansi_c,
    Form.UNIX: _unix,
    Form.JAVASCRIPT: _javascript,
    Form.GO: _go,
    Form.MONTH_NAME: _month_name,
    Form.NUMERIC: _numeric,
    Form.CJK: _cjk,
    Form.EPOCH_SECONDS: lambda date: _epoch(date, milliseconds=False),
    Form.EPOCH_MILLISECONDS: lambda date: _epoch(date, milliseconds=True),
}
_NEED_TIME = frozenset(
    {
        Form.RFC822,
        Form.RFC850,
        Form.ANSI_C,
        Form.UNIX,
        Form.JAVASCRIPT,
        Form.GO,
        Form.EPOCH_SECONDS,
        Form.EPOCH_MILLISECONDS,
    }
)
