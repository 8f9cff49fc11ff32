from articlelint import ERROR, SAFE, Article, ArticleDate, Findings, Fix, Origin, Rule, on


class UnquotedDate(Rule):
    """A date without quotes is read as something else; in quotes it would be read correctly."""

    name = "dates/unquoted-date"
    severity = ERROR
    fixable = SAFE

    @on.date(Origin.FRONT_MATTER)
    def check(self, date: ArticleDate, article: Article) -> Findings:
        """Yield a diagnostic for such a date, but the year 1, which is no date at all."""
        if date.is_plain or not date.written.plain_yaml or date.reading.is_right:
            return
        if date.parsed.alternatives or date.parsed.year == 1:
            return
        right = f"'{date.text}'"
        quoted = date.reading_of(right)
        if quoted.is_documented and quoted.instant is not None:
            make = Fix.unsafe if date.by_schema else Fix.safe
            yield self.diagnostic(
                date.span,
                f"Without quotes, `{date.text}` is not read as intended: "
                f"{date.reading.consequence}",
                fix=make("Put the date in quotes", (date.span, right)),
            )
