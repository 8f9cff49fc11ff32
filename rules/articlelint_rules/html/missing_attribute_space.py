"""html/missing-attribute-space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Rule, Severity
from articlelint_rules.html._verified import inserted, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MissingAttributeSpace(Rule):
    """Two attributes stand together without a space."""

    name = "html/missing-attribute-space"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each place."""
        problems = article.html_problems("missing-attribute-space")
        candidates = [
            ("Insert a space", () if p.closed_at is None else inserted(article, p.closed_at, " "))
            for p in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            yield self.diagnostic(
                problem.span, f"A space is missing after `{problem.detail}`", fix=fix
            )
