"""What a date is once it is read: its parts as written, its form, its precision, its zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from typing import TypeAlias

    from articlelint.text.span import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The names of the days, Monday first."""
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The names of the months, January first."""


class Form(StrEnum):
    """How a date is written; the value is what to call it in a message."""

    ISO = "a date with dashes"  # 2024-05-01, 2024-05-01T10:00:00Z, 2024-5-1 8:00
    SLASHES = "a date with slashes"  # 2024/5/1 10:00
    DOTS = "a date with dots"  # 2024.5.1
    COMPACT = "a date without separators"  # 20240501T100000Z
    WEEK = "a week date"  # 2024-W18-3
    ORDINAL = "a day of the year"  # 2024-122
    YEAR = "a year"  # 2024
    RFC822 = "a date as in e-mail and RSS"  # Wed, 02 Feb 2022 14:07:16 GMT
    RFC850 = "a date as in old HTTP"  # Wednesday, 02-Feb-22 14:07:16 GMT
    ANSI_C = "a date as C's ctime prints it"  # Wed Feb  2 14:07:16 2022
    UNIX = "a date as the Unix command prints it"  # Wed Feb  2 14:07:16 UTC 2022
    JAVASCRIPT = "a date as JavaScript prints it"  # Wed Feb 02 2022 14:07:16 GMT+0000 (...)
    GO = "a date as Go prints it"  # 2022-02-02 14:07:16.1 +0800 CST m=+0.0
    MONTH_NAME = "a date with the month's name"  # February 2nd, 2022; 2 févr. 2022
    NUMERIC = "a date with the year last"  # 03/04/2022
    CJK = "a date in Chinese, Japanese or Korean"  # 2022年2月2日 下午3:05
    EPOCH_SECONDS = "seconds since 1970"
    EPOCH_MILLISECONDS = "milliseconds since 1970"


class Precision(IntEnum):
    """The smallest part of a date that is written."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    HOUR = 4
    MINUTE = 5
    SECOND = 6
    FRACTION = 7


class Zone(NamedTuple):
    """The zone that a date names: its offset from UTC, and its name where it has one.

    *offset* is None where the name alone does not give it (``Asia/Shanghai``, whose offset
    depends on the date; a name that we do not know). *candidates* are the offsets that an
    ambiguous name (``CST``) is used for, the commonest first.
    """

    offset: timedelta | None
    name: str = ""
    candidates: tuple[timedelta, ...] = ()
    region: tzinfo | None = None

    @property
    def known(self) -> bool:
        """Tell whether the zone gives one instant."""
        return self.offset is not None or self.region is not None

    @property
    def ambiguous(self) -> bool:
        """Tell whether the name stands for several offsets."""
        return len(self.candidates) > 1

    @property
    def tzinfo(self) -> tzinfo | None:
        """Return the zone as Python has it; None where it is not known."""
        if self.offset is not None:
            return timezone(self.offset) if self.offset else UTC
        return self.region


UTC_ZONE = Zone(timedelta(0), "Z")


class ParsedDate(NamedTuple):
    """A date whose parts are known and possible.

    Parts that are not written are None. *fraction* holds the digits after the decimal point of the
    seconds. *separator* is the text between date and time ("" if there is no time), *padded* tells
    whether all numbers have their full width. *alternatives* are other readings of the same text
    (``03/04/2022``), *two_digit_year* tells that the century is a guess. *lookalikes* tells that it
    has characters of other scripts, *strict* that all of it is ISO 8601 with every zero (a space is
    allowed instead of the "T" and before the offset). *weekday* counts from Monday, 0. Spans are
    offsets into the text that was read.
    """

    form: Form
    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    fraction: str = ""
    zone: Zone | None = None
    separator: str = ""
    padded: bool = True
    weekday: int | None = None
    weekday_span: Span | None = None
    zone_span: Span | None = None
    alternatives: tuple[date, ...] = ()
    two_digit_year: bool = False
    lookalikes: bool = False
    strict: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return year, month, day, hour, minute, second, as far as they are written."""
        parts = (self.year, self.month, self.day, self.hour, self.minute, self.second)
        return tuple(part for part in parts if part is not None)

    @property
    def precision(self) -> Precision:
        """Return the smallest part that is written."""
        if self.fraction:
            return Precision.FRACTION
        parts = (self.month, self.day, self.hour, self.minute, self.second)
        written = next((i for i, part in enumerate(parts) if part is None), len(parts))
        return Precision(written + 1)

    @property
    def has_time(self) -> bool:
        """Tell whether a time of day is written."""
        return self.hour is not None

    @property
    def day_only(self) -> date:
        """Return the day; parts that are not written count as the first."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def local(self) -> datetime:
        """Return the wall clock's time as written, without a zone; midnight where none is.

        A leap second is the second before it, and 24:00 midnight of the next day.
        """
        microsecond = int(self.fraction[:6].ljust(6, "0")) if self.fraction else 0
        hour, second = self.hour or 0, min(self.second or 0, 59)
        value = datetime(  # noqa: DTZ001 - a wall clock's time
            self.year,
            self.month or 1,
            self.day or 1,
            hour % 24,
            self.minute or 0,
            second,
            microsecond,
        )
        if hour != 24:
            return value
        return datetime.max if value.date() == date.max else value + timedelta(days=1)  # noqa: DTZ901

    def instant(self, default: tzinfo | None = UTC) -> datetime | None:
        """Return the moment in UTC; *default* is used if no time zone is written.

        None if the zone is not known, *default* is None and needed, or the moment lies
        outside the years 1 to 9999.
        """
        zone = self.zone.tzinfo if self.zone else default
        if zone is None:
            return None
        try:
            return self.local.replace(tzinfo=zone).astimezone(UTC)
        except OverflowError:
            return None


class Fault(StrEnum):
    """Why a text is no date."""

    EMPTY = "empty"
    PLACEHOLDER = "placeholder"  # TBD, undefined, Invalid Date, 0000-00-00
    TEMPLATE = "template"  # {{ date }}
    IMPOSSIBLE = "impossible"  # month 13, 31 February
    SPREADSHEET = "spreadsheet"  # 44594.588
    TIME_ONLY = "time only"  # 14:07
    UNKNOWN = "unknown"


class Unreadable(NamedTuple):
    """A text that is no date: why, in words for an author, and the characters at fault.

    *span* is an offset into the text that was read. *numbers* are year, month, day, hour,
    minute, second as written where they are impossible: lenient readers count on.
    """

    fault: Fault
    message: str
    span: Span
    numbers: tuple[int, ...] = ()


Outcome: TypeAlias = "ParsedDate | Unreadable"
"""What reading a text gives."""


def days_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    from calendar import monthrange  # with the locale 3 ms, for the last days of months

    return monthrange(year, month)[1]
