"""dates/unquoted-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint.dates import Origin, Verdict
from articlelint.front_matter import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.dates import ArticleDate


class UnquotedDate(Rule):
    """A date without quotes is taken for something else, and would be read right in quotes."""

    name = "dates/unquoted-date"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each plain YAML date that only quotes make right."""
        for date in article.dates:
            if date.origin is Origin.FRONT_MATTER and _needs_quotes(date):
                right = f"'{date.text}'"
                make = Fix.unsafe if date.by_schema else Fix.safe
                yield self.diagnostic(
                    date.span,
                    f"Without quotes `{date.text}` is not read as it is meant: "
                    f"{date.reading.consequence}",
                    fix=make("Put the date in quotes", Edit(date.span, right)),
                )


def _needs_quotes(date: ArticleDate) -> bool:
    written = date.written
    if date.is_plain or date.parsed is None or date.parsed.alternatives or date.reading.is_right:
        return False
    if written.quoted or written.format is not Format.YAML or date.parsed.year == 1:
        return False  # the year 1 is no date at all, which ``implausible-date`` says
    quoted = date.reader.read(written._replace(quoted=True), date.outcome, date.zone)
    return quoted.verdict is Verdict.DOCUMENTED and quoted.instant is not None
