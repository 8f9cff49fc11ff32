from collections.abc import Sequence
from datetime import timedelta

from articlelint import WARNING, Article, ArticleDate, DateRole, Findings, Related, Rule, on
from articlelint_rules.dates._moments import covered, earliest, latest

_ORDERS = (
    (DateRole.PUBLISHED, DateRole.UPDATED),
    (DateRole.PUBLISHED, DateRole.EXPIRES),
    (DateRole.SCHEDULED, DateRole.EXPIRES),
)
_MOST_YEARS = 500
_TOLERANCE = timedelta(hours=24)
"""A time that was put down by hand is right to a day, and a zone forgotten."""


class UpdatedBeforePublished(Rule):
    """An article is updated, or expires, before it is published."""

    name = "dates/updated-before-published"
    severity = WARNING

    @on.moments()
    def check(self, dates: Sequence[ArticleDate], article: Article) -> Findings:
        by_role = {date.role: date for date in reversed(dates)}
        reported: set[str] = set()
        for first_role, second_role in _ORDERS:
            first, second = by_role.get(first_role), by_role.get(second_role)
            if first and second and second.key not in reported and _is_before(second, first):
                reported.add(second.key)
                yield self.diagnostic(
                    second.text_span,
                    f"`{second.key}` is before `{first.key}`",
                    hint="Check both; lists sorted by one contradict lists sorted by the other",
                    related=[Related(first.text_span, f"`{first.key}` is {first.text}")],
                )


def _is_before(date: ArticleDate, other: ArticleDate) -> bool:
    """Tell whether *date* lies before *other* whatever their missing parts are."""
    if not (date.reading.is_right and other.reading.is_right):
        return False
    parsed = date.parsed
    if other.parsed.year - parsed.year > _MOST_YEARS:
        return False  # dates/implausible-date says it
    if not (parsed.zone or other.parsed.zone):  # without zones, both are of the same
        last = _TOLERANCE if parsed.has_time else covered(parsed) - timedelta(seconds=1)
        return other.parsed.local - parsed.local > last
    end, start = latest(date), earliest(other)
    return end is not None and start is not None and end + _TOLERANCE < start
