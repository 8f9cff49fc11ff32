from collections.abc import Sequence
from datetime import timedelta

from articlelint import WARNING, Article, ArticleDate, DateRole, Findings, ParsedDate, Rule, on
from articlelint_rules.dates._moments import moved


class FilenameMismatch(Rule):
    """The date in the file name or folders differs from the one in the front matter."""

    name = "dates/filename-mismatch"
    severity = WARNING

    @on.moments(DateRole.PUBLISHED)
    def check(self, dates: Sequence[ArticleDate], article: Article) -> Findings:
        data = article.front_matter.data if article.front_matter else {}
        if article.site.generator.is_draft(data) or "_drafts" in article.path.parts:
            return
        if any(data.get(key) for key in _ADDRESS_KEYS):
            return  # which the name of the file has no part in
        name = next((date for date in article.dates if date.of_file_name), None)
        date = next((date for date in dates if date.reading.is_right), None)
        if not (name and name.is_readable and date) or _is_same(name.parsed, date):
            return
        if _is_a_slip(name.parsed, date.parsed):
            yield self.diagnostic(
                date.text_span,
                f"The file name says {name.text}, but the front matter says {date.text}",
                hint="The front matter's date wins; rename the file, or correct the date",
            )


def _is_a_slip(name: ParsedDate, date: ParsedDate) -> bool:
    """Tell whether one digit is another, or digits have changed places, and not for a few days.

    Else a post was begun, moved or written anew at another time: the front matter's date wins.
    """
    try:
        begun, published = name.day_only, date.day_only
    except ValueError:
        return True
    if begun - _PLANNING < published < begun + _WRITING:
        return False
    one, other = f"{begun:%Y%m%d}", f"{published:%Y%m%d}"
    return sum(map(str.__ne__, one, other)) == 1 or sorted(one) == sorted(other)


_ADDRESS_KEYS = ("permalink", "url")
_PLANNING = timedelta(days=30)
_WRITING = timedelta(days=180)


def _is_same(name: ParsedDate, date: ArticleDate) -> bool:
    """Tell whether *date*, as written or somewhere on earth, is the day, or month, of *name*.

    Which zone the file was named in nobody knows, so that a day's difference proves nothing
    where a time is written.
    """
    days = [date.parsed.day_only]
    if date.parsed.has_time:
        moments = (moved(date, timedelta(hours=hours)) for hours in (-12, 0, 14))
        days += (moment.date() for moment in moments if moment is not None)
    months = [day for day in days if (day.year, day.month) == (name.year, name.month)]
    return any(name.day in {None, day.day} for day in months)
