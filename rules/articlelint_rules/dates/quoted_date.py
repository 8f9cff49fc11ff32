from articlelint import ERROR, INFO, SAFE, Article, Edit, Findings, Fix, Rule
from articlelint_rules.dates._quotes import why_plain


class QuotedDate(Rule):
    """A date stands in quotes where the generator wants a date and not a text."""

    name = "dates/quoted-date"
    severity = INFO
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        """Yield a diagnostic for each quoted date that the format can hold as a date.

        An error where the generator cannot do with the text.
        """
        for date in article.dates:
            why = why_plain(date)
            if why is None:
                continue
            make = Fix.unsafe if date.by_schema else Fix.safe
            yield self.diagnostic(
                date.span,
                f"The date is a text because of its quotes: {why}",
                fix=make("Delete the quotes", Edit(date.span, date.text)),
                severity=None if date.reading.is_right else ERROR,
            )
