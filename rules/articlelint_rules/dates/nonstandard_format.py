from datetime import timedelta

from articlelint import ERROR, SAFE, WARNING, Article, ArticleDate, Findings, Fix, Rule, on


class NonstandardFormat(Rule):
    """A date is written in a form that the generator does not document."""

    name = "dates/nonstandard-format"
    severity = WARNING
    fixable = SAFE

    yields_to = (
        "dates/unquoted-date",
        "dates/quoted-date",
        "front-matter/wrong-type",  # of a schema of the site's own, which is stricter
        "front-matter/invalid-value",
    )

    strict: bool = False
    """Whether to report formats that the generator reads correctly, too."""

    @on.date()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        """Yield a diagnostic for a date whose form is none of the generator's own.

        Not for one that means several days or centuries, or for the year 1, which is no date.
        """
        if date.is_plain or date.reading.is_documented:
            return
        parsed, reading = date.parsed, date.reading
        if reading.is_right and not reading.consequence and not self.strict:
            return
        if parsed.alternatives or parsed.two_digit_year or parsed.year == 1:
            return
        message = f"`{date.text}` {date.reader.undocumented}"
        if reading.is_misread:
            message = f"`{date.text}` is not read as intended"
        if reading.consequence:
            message += f"; {reading.consequence}"
        fix, right = None, date.canonical
        if right is not None and right != date.source and date.reading_of(right).is_right:
            make = Fix.safe if _is_safe(date, right) else Fix.unsafe
            fix = make(f"Write `{right}`", (date.span, right))
        yield self.diagnostic(
            date.text_span,
            message,
            hint=None if fix else f"Write the date like {date.reader.documented}",
            fix=fix,
            severity=None if reading.is_right else ERROR,
            cause=f"{parsed.form} {parsed.zone is not None} {reading.is_right}",
        )


def _is_safe(date: ArticleDate, right: str) -> bool:
    """Tell whether *right* in place of the date leaves the moment what it is, or makes it so.

    Not where the weekday is not the day's: an edit would lose the one or the other. Not where
    the moment depended on the machine and no longer would, nor for a leap second, nor of a date
    that only a schema names, since it is not known what reads it.
    """
    parsed = date.parsed
    is_wrong_day = parsed.weekday not in {None, parsed.day_only.weekday()}
    if date.by_schema or parsed.second == 60 or is_wrong_day:
        return False
    if not parsed.has_time:
        return True
    after = date.reading_of(right)
    if parsed.zone is None:
        return not date.reading.is_right or after.instant == date.reading.instant
    meant = parsed.instant()
    if after.instant is None or meant is None:
        return after.instant is None
    return abs(after.instant - meant) < timedelta(milliseconds=1)  # all that JavaScript reads
