"""html/bare-less-than."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Rule, Severity, Span
from articlelint_rules.html._verified import replaced, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class BareLessThan(Rule):
    """A `<` stands in the text as it is."""

    name = "html/bare-less-than"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such character."""
        problems = article.html_problems("bare-less-than")
        candidates = [
            ("Write `&lt;`", replaced(article, problem.start, problem.start + 1, "&lt;"))
            for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            yield self.diagnostic(
                Span(problem.span.start, problem.span.start + 1),
                "`<` begins no tag here",
                fix=fix,
            )
