"""html/unterminated-comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class UnterminatedComment(Rule):
    """A comment is not closed; the rest of the page is part of it."""

    name = "html/unterminated-comment"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each comment."""
        for problem in article.html_problems("unterminated-comment"):
            start = problem.span.start
            yield self.diagnostic(
                Span(start, min(start + 4, problem.span.end)),
                "The comment is not closed; nothing after it is shown",
                hint="Put `-->` where it should end",
            )
