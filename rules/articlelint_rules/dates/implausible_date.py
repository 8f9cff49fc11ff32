from typing import Final

from articlelint import WARNING, Article, ArticleDate, Depends, Findings, Rule, on

_NEVER: Final = frozenset({(1899, 12, 30), (1899, 12, 31), (1900, 1, 1)})
"""The days from which spreadsheets count."""
_FOR_EVER = frozenset({2099, 2100, 2999, 3000, 9999})
"""Years in which articles are dated that are to stay on top of a list."""


class ImplausibleDate(Rule):
    """A date is so far in the past or the future that a program must have made it."""

    name = "dates/implausible-date"
    severity = WARNING
    depends = Depends.CLOCK

    earliest_year: int = 1000
    """The first year that a date may have."""
    years_ahead: int = 10
    """How many years in the future a date may be."""

    @on.moment()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        site = article.site
        if not site.generator.reads_dates(article.site_path):
            return
        this_year = article.clock.year
        if date.parsed.year > this_year and _is_draft(article):
            return  # nobody sees it, and it stays on top of the list
        message = self._message(date, this_year)
        if message is not None:
            day = "that is meant" if date.by_schema else "on which it was published"
            yield self.diagnostic(date.text_span, message, hint=f"Write the day {day}")

    def _message(self, date: ArticleDate, this_year: int) -> str | None:
        year = date.parsed.year
        if max(self.earliest_year, 1971) <= year <= this_year + self.years_ahead:
            return None
        if year == 1:
            return f"`{date.text}` is what Go prints for a missing date"
        instant = date.instant
        if instant is None:
            return None
        day = date.parsed.year, date.parsed.month, date.parsed.day
        if abs(instant.timestamp()) < 86400 or day in _NEVER:
            return (
                f"`{date.text}` is where computers start counting time, and usually means a "
                "missing date"
            )
        if date.by_schema:
            return None  # it may be somebody's birthday
        if year < self.earliest_year:
            return f"`{date.text}` is before {self.earliest_year}"
        is_ahead = year > this_year + self.years_ahead and year not in _FOR_EVER
        if is_ahead and date.role != "expires":
            return f"`{date.text}` is more than {self.years_ahead} years in the future"
        return None


def _is_draft(article: Article) -> bool:
    front_matter = article.front_matter
    data = front_matter.data if front_matter is not None else {}
    return data.get("draft") is True or article.site.generator.is_draft(data)
