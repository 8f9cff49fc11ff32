from articlelint import ERROR, SAFE, Article, Edit, Findings, Fix, Origin, Rule
from articlelint_rules.dates._quotes import needs_quotes


class UnquotedDate(Rule):
    """A date without quotes is taken for something else, and would be read right in quotes."""

    name = "dates/unquoted-date"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        for date in article.dates:
            if date.origin is not Origin.FRONT_MATTER or date.parsed is None:
                continue
            # The year 1 is no date at all, which ``implausible-date`` says.
            if needs_quotes(date) and not date.parsed.alternatives and date.parsed.year != 1:
                right = f"'{date.text}'"
                make = Fix.unsafe if date.by_schema else Fix.safe
                yield self.diagnostic(
                    date.span,
                    f"Without quotes `{date.text}` is not read as it is meant: "
                    f"{date.reading.consequence}",
                    fix=make("Put the date in quotes", Edit(date.span, right)),
                )
