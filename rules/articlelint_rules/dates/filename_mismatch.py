from collections.abc import Iterator
from datetime import date as day_type
from datetime import timedelta

from articlelint import WARNING, Article, ArticleDate, Findings, Origin, ParsedDate, Rule
from articlelint_rules.dates._moments import front_matter_dates


class FilenameMismatch(Rule):
    """The date in the file's name or folders is another than the one in the front matter."""

    name = "dates/filename-mismatch"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        name = next((date for date in article.dates if date.origin is Origin.FILE_NAME), None)
        if name is None or name.parsed is None:
            return
        for date in front_matter_dates(article):
            if date.role != "published" or not date.reading.is_right:
                continue
            if not _is_same(name.parsed, date):
                yield self.diagnostic(
                    date.text_span,
                    f"The file's name says {name.text}, the front matter {date.text}",
                    hint="The front matter's date wins; rename the file, or correct the date",
                )
            return


def _is_same(name: ParsedDate, date: ArticleDate) -> bool:
    """Tell whether some zone that matters makes *date* the day, or month, of *name*."""
    return any(
        (day.year, day.month) == (name.year, name.month) and name.day in {None, day.day}
        for day in _days(date)
    )


def _days(date: ArticleDate) -> Iterator[day_type]:
    """Yield the days that the date is, as written and somewhere on earth.

    Which zone the file was named in nobody knows, so that a day's difference proves nothing
    where a time is written.
    """
    parsed, instant = date.parsed, date.instant
    if parsed is None:
        return
    yield parsed.day_only
    if instant is not None and parsed.has_time:
        for hours in (-12, 0, 14):
            yield (instant + timedelta(hours=hours)).date()
