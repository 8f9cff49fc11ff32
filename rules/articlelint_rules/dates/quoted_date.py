"""dates/quoted-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity

from ._quotes import why_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class QuotedDate(Rule):
    """A date stands in quotes where the generator wants a date and not a text."""

    name = "dates/quoted-date"
    severity = Severity.INFO
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
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
                severity=None if date.reading.is_right else Severity.ERROR,
            )
