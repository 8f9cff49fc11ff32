"""html/text-in-table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class TextInTable(Rule):
    """Text stands in a table outside of its cells."""

    name = "html/text-in-table"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such text."""
        for problem in article.html_problems("text-in-table"):
            written = problem.span.of(article.text)
            start = problem.span.start + len(written) - len(written.lstrip())
            yield self.diagnostic(
                Span(start, start + len(written.strip())),
                "Browsers move text that is in no cell out of the table",
                hint="Put it into a `<td>`, a `<th>` or the `<caption>`",
                related=[Related(problem.element.span, "the table")] if problem.element else [],
            )
