from articlelint import UNSAFE, WARNING, WEEKDAYS, Article, Edit, Findings, Fix, Rule


class WeekdayMismatch(Rule):
    """A date's weekday is not the weekday of that date."""

    name = "dates/weekday-mismatch"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for date in article.dates:
            parsed = date.parsed
            if parsed is None or parsed.weekday is None or parsed.two_digit_year:
                continue
            if parsed.weekday == parsed.day_only.weekday():
                continue
            right = WEEKDAYS[parsed.day_only.weekday()]
            span = date.locate(parsed.weekday_span)
            written = span.of(article.text)
            name = next((form for form in (right, right[:3]) if len(form) == len(written)), None)
            fix = None
            if written.isascii() and span != date.text_span:
                name = name or (right[:3] if len(written) == 3 else right)
                fix = Fix.unsafe(f"Write {name}", Edit(span, name))
            yield self.diagnostic(
                span,
                f"{parsed.day_only:%Y-%m-%d} is a {right}",
                hint="The weekday or the day is wrong; generators go by the day",
                fix=fix,
            )
