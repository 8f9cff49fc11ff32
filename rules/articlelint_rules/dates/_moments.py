"""Comparing dates that are written with different precision, some without a zone."""

from datetime import datetime, timedelta

from articlelint import ArticleDate, ParsedDate

_ANYWHERE = timedelta(hours=26)
"""How far apart the clocks of two places on earth can be."""


def latest(date: ArticleDate) -> datetime | None:
    """Return the last moment that *date* can mean: a day's end, anywhere on earth."""
    return moved(date, covered(date.parsed) + _slack(date))


def earliest(date: ArticleDate) -> datetime | None:
    """Return the first moment that *date* can mean."""
    return moved(date, -_slack(date))


def covered(parsed: ParsedDate) -> timedelta:
    """Return how long the day, month or year is that is written without a time."""
    if parsed.has_time:
        return timedelta(0)
    return timedelta(days=1 if parsed.day else 31 if parsed.month else 366)


def _slack(date: ArticleDate) -> timedelta:
    return timedelta(0) if date.reading.instant is not None else _ANYWHERE / 2


def moved(date: ArticleDate, by: timedelta) -> datetime | None:
    """Return the instant of *date*, moved; None if it is not known or beyond the calendar."""
    try:
        return None if date.instant is None else date.instant + by
    except OverflowError:
        return None
