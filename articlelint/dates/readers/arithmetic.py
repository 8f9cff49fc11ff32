"""Dates as lenient readers count them: the 31st of February is the 3rd of March."""

from __future__ import annotations

from datetime import datetime, timedelta


def overflowing(
    year: int,
    month: int,
    day: int,
    hour: int = 0,
    minute: int = 0,
    second: int = 0,
    microsecond: int = 0,
) -> datetime | None:
    """Return the moment that these numbers count to, as JavaScript's ``Date.UTC`` does.

    Years before 100 are of the 20th century there too. None outside the years 1 to 9999.
    """
    if 0 <= year <= 99:
        year += 1900
    years, month = divmod(year * 12 + month - 1, 12)
    try:
        first = datetime(years, month + 1, 1)  # noqa: DTZ001 - a wall clock's time
        return first + timedelta(
            days=day - 1, hours=hour, minutes=minute, seconds=second, microseconds=microsecond
        )
    except (ValueError, OverflowError):
        return None
