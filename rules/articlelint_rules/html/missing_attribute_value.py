"""html/missing-attribute-value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Rule, Severity
from articlelint_rules.html._verified import inserted, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MissingAttributeValue(Rule):
    """An attribute has an equals sign and no value."""

    name = "html/missing-attribute-value"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each attribute."""
        problems = article.html_problems("missing-attribute-value")
        candidates = [
            (
                'Write `=""`',
                () if p.closed_at is None else inserted(article, p.closed_at, '""'),
            )
            for p in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            yield self.diagnostic(problem.span, f"`{problem.detail}=` has no value", fix=fix)
