"""html/duplicate-attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Related, Rule, Severity
from articlelint_rules.html._verified import replaced, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic, Edit
    from articlelint.html.problems.problem import HtmlProblem


class DuplicateAttribute(Rule):
    """An attribute stands twice in one tag."""

    name = "html/duplicate-attribute"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each attribute that the browser drops."""
        problems = article.html_problems("duplicate-attribute")
        candidates = [
            (f"Delete the second `{problem.detail}`", _edits(article, problem))
            for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            first = problem.other
            yield self.diagnostic(
                problem.span,
                f"`{problem.detail}` stands twice in this tag; browsers take the first",
                fix=fix,
                related=[Related(first.span, "the one that counts")] if first else [],
            )


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that deletes the attribute and the white space before it."""
    start = len(article.rendering.html[: problem.start].rstrip())
    return replaced(article, start, problem.end, "")
