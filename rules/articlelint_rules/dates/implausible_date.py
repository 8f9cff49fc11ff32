from articlelint import WARNING, Article, ArticleDate, Findings, Rule
from articlelint_rules.dates._moments import front_matter_dates


class ImplausibleDate(Rule):
    """A date is so far in the past or the future that a program must have made it."""

    name = "dates/implausible-date"
    severity = WARNING

    earliest_year: int = 1990
    """The first year in which an article may be dated."""
    years_ahead: int = 10
    """How many years from now a date may lie."""

    def check(self, article: Article) -> Findings:
        for date in front_matter_dates(article):
            message = self._message(date, article.now.year)
            if message is not None:
                hint = "Write the day on which it was published"
                if date.by_schema:
                    hint = "Write the day that is meant"
                yield self.diagnostic(date.text_span, message, hint=hint)

    def _message(self, date: ArticleDate, this_year: int) -> str | None:
        parsed = date.parsed
        if parsed is None:
            return None
        if max(self.earliest_year, 1971) <= parsed.year <= this_year + self.years_ahead:
            return None
        if parsed.year == 1:
            return f"`{date.text}` is what Go prints where there is no date"
        instant = date.instant
        if instant is None:
            return None
        if abs(instant.timestamp()) < 86400:
            return f"`{date.text}` is where computers begin to count, the date of no date"
        if date.by_schema:
            return None  # it may be somebody's birthday
        if parsed.year < self.earliest_year:
            return f"`{date.text}` is before {self.earliest_year}"
        if parsed.year > this_year + self.years_ahead and date.role != "expires":
            return f"`{date.text}` is more than {self.years_ahead} years ahead"
        return None
