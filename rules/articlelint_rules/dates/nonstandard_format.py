from datetime import datetime, timedelta

from articlelint import (
    ERROR,
    SAFE,
    WARNING,
    Article,
    ArticleDate,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    Origin,
    Rule,
    Verdict,
)
from articlelint_rules.dates._quotes import needs_quotes, why_plain


class NonstandardFormat(Rule):
    """A date is written in a form that the generator does not document."""

    name = "dates/nonstandard-format"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        """Yield a diagnostic for each readable date whose form is none of the generator's own.

        Dates that mean several days or centuries are left to ``ambiguous-date``, those that
        quotes or no quotes would mend to ``unquoted-date`` and ``quoted-date``, the year 1 to
        ``implausible-date``.
        """
        for date in article.dates:
            parsed = date.parsed
            if (
                date.is_plain
                or parsed is None
                or parsed.alternatives
                or parsed.two_digit_year
                or parsed.year == 1
                or date.origin is Origin.FILE_NAME
            ):
                continue
            if date.reading.verdict is Verdict.DOCUMENTED or needs_quotes(date) or why_plain(date):
                continue
            if date.by_schema and any(each.span == date.span for each in article.schema_findings):
                continue  # the site's own schema is stricter, and says so
            yield self._diagnostic(date)

    def _diagnostic(self, date: ArticleDate) -> Diagnostic:
        reading, right = date.reading, date.canonical
        message = f"`{date.text}` {date.reader.undocumented}"
        if reading.verdict is Verdict.MISREAD:
            message = f"`{date.text}` is not read as it is meant"
        if reading.consequence:
            message += f"; {reading.consequence}"
        fix = None
        if right is not None and right != date.source and date.reading_of(right).is_right:
            make = Fix.safe if _is_safe(date, right) else Fix.unsafe
            fix = make(f"Write `{right}`", Edit(date.span, right))
        return self.diagnostic(
            date.text_span,
            message,
            hint=None if fix else f"Write the date like {date.reader.documented}",
            fix=fix,
            severity=None if reading.is_right else ERROR,
        )


def _is_safe(date: ArticleDate, right: str) -> bool:
    """Tell whether *right* in place of the date leaves the moment what it is, or makes it so.

    Not where the weekday is not the day's: an edit would lose the one or the other. Not where
    the moment depended on the machine and no longer would, nor for a leap second, nor of a date
    that only a schema names, since it is not known what reads it.
    """
    parsed = date.parsed
    if (
        date.by_schema
        or parsed is None
        or parsed.second == 60
        or parsed.weekday not in {None, parsed.day_only.weekday()}
    ):
        return False
    if not parsed.has_time:
        return True
    after = date.reading_of(right)
    if parsed.zone is not None:
        meant = parsed.instant()
        return after.is_right and (after.instant is None or _is_same(after.instant, meant))
    return after.is_right and (not date.reading.is_right or after.instant == date.reading.instant)


def _is_same(one: datetime, other: datetime | None) -> bool:
    """Tell whether two moments are the same to a reader of milliseconds, as JavaScript is."""
    return other is not None and abs(one - other) < timedelta(milliseconds=1)
