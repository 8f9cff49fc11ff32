from datetime import datetime, timedelta

from articlelint import WARNING, Article, ArticleDate, Findings, Related, Rule
from articlelint_rules.dates._moments import earliest, front_matter_dates, latest

_ORDERS = (("published", "updated"), ("published", "expires"), ("scheduled", "expires"))


class UpdatedBeforePublished(Rule):
    """An article was updated, or expires, before it was published."""

    name = "dates/updated-before-published"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        dates = list(front_matter_dates(article))
        if len(dates) < 2:
            return
        reported: set[str] = set()
        for first_role, second_role in _ORDERS:
            first = next((date for date in dates if date.role == first_role), None)
            second = next((date for date in dates if date.role == second_role), None)
            if first is None or second is None or second.key in reported:
                continue
            if _is_before(second, first):
                reported.add(second.key)
                yield self.diagnostic(
                    second.text_span,
                    f"`{second.key}` is before `{first.key}`",
                    hint="Check both; a list sorted by the one will contradict the other",
                    related=[Related(first.text_span, f"`{first.key}` is {first.text}")],
                )


def _is_before(date: ArticleDate, other: ArticleDate) -> bool:
    """Tell whether *date* lies before *other* whatever their missing parts are."""
    if date.parsed and other.parsed and not (date.parsed.zone or other.parsed.zone):
        # Without zones, both are of the same.
        is_before = _last_day(date) < other.parsed.local
    else:
        end, start = latest(date), earliest(other)
        is_before = end is not None and start is not None and end < start
    return is_before and date.reading.is_right and other.reading.is_right


def _last_day(date: ArticleDate) -> datetime:
    """Return the clock's time at the end of what *date* covers."""
    parsed = date.parsed
    if parsed is None:
        raise ValueError("the date is unreadable")
    if parsed.has_time:
        return parsed.local
    days = 1 if parsed.day else 31 if parsed.month else 366
    return parsed.local + timedelta(days=days, seconds=-1)
