from articlelint import UNSAFE, WARNING, WEEKDAYS, Article, ArticleDate, Findings, Fix, Rule, on


class WeekdayMismatch(Rule):
    """A date's weekday is not the weekday of that date."""

    name = "dates/weekday-mismatch"
    severity = WARNING
    fixable = UNSAFE

    @on.date()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        parsed = date.parsed
        day = parsed.day_only
        if parsed.two_digit_year or parsed.weekday in {None, day.weekday()}:
            return
        if any(each.of_file_name and each.parsed.day_only == day for each in article.dates):
            return  # the file's name has the date, too, and nobody reads the weekday
        right = WEEKDAYS[day.weekday()]
        span = date.locate(parsed.weekday_span)
        written = span.of(article.text)
        name = right[:3] if len(written) == 3 else right
        is_replaceable = written.isascii() and span != date.text_span
        yield self.diagnostic(
            span,
            f"{day:%Y-%m-%d} is a {right}",
            hint="Either the weekday or the date is wrong; generators use the date",
            fix=Fix.unsafe(f"Write {name}", (span, name)) if is_replaceable else None,
        )
