"""dates/nonstandard-format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint.dates import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.dates import ArticleDate


class NonstandardFormat(Rule):
    """A date is written in a form that the generator does not document."""

    name = "dates/nonstandard-format"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each readable date whose form is none of the generator's own."""
        for date in article.dates:
            if date.parsed is None or date.reading.verdict is Verdict.DOCUMENTED:
                continue
            yield self._diagnostic(date)

    def _diagnostic(self, date: ArticleDate) -> Diagnostic:
        reading, right = date.reading, date.canonical
        message = f"`{date.text}` is not a form of date that {date.reader.title} documents"
        if reading.consequence:
            message += f": {reading.consequence}"
        fix = None
        if right is not None and right != date.source:
            fix = Fix.safe(f"Write {right}", Edit(date.span, right))
        return self.diagnostic(
            date.text_span,
            message,
            hint=None if fix else f"Write the date as {date.reader.documented}",
            fix=fix,
            severity=None if reading.is_right else Severity.ERROR,
        )
