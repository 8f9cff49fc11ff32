"""Comparing dates that are written with different precision, some without a zone."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from articlelint import Article, ArticleDate, Origin

ANYWHERE = timedelta(hours=26)
"""How far apart the clocks of two places on earth can be."""


def front_matter_dates(article: Article) -> Iterator[ArticleDate]:
    """Yield the dates of the front matter that can be read and mean one moment."""
    for date in article.dates:
        parsed = date.parsed
        if date.origin is Origin.FRONT_MATTER and parsed is not None and not parsed.alternatives:
            yield date


def latest(date: ArticleDate) -> datetime | None:
    """Return the last moment that *date* can mean: a day's end, anywhere on earth."""
    return _moved(date, later=True)


def earliest(date: ArticleDate) -> datetime | None:
    """Return the first moment that *date* can mean."""
    return _moved(date, later=False)


def _moved(date: ArticleDate, *, later: bool) -> datetime | None:
    parsed, instant = date.parsed, date.instant
    if parsed is None or instant is None:
        return None
    slack = timedelta(0)
    if later and not parsed.has_time:
        slack += timedelta(days=1 if parsed.day else 31 if parsed.month else 366)
    if date.reading.instant is None:
        slack += ANYWHERE / 2
    try:
        return instant + slack if later else instant - slack
    except OverflowError:
        return None
