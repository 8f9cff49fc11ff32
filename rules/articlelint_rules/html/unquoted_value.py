"""html/unquoted-value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.html._verified import replaced, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic, Edit
    from articlelint.html import HtmlProblem


class UnquotedValue(Rule):
    """An attribute's value needs quotes and has none."""

    name = "html/unquoted-value"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each value."""
        problems = article.html_problems("unquoted-value")
        candidates = [("Put it between quotes", _edits(article, problem)) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            half = _half_quoted(article, problem)
            if half is not None:
                yield self.diagnostic(
                    problem.span,
                    f"The value of `{problem.detail}` ends with a quote and begins with none",
                    fix=half,
                )
                continue
            yield self.diagnostic(
                problem.span,
                f"The value of `{problem.detail}` holds characters that need quotes around it",
                fix=fix,
            )


def _half_quoted(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that puts the missing opening quote of ``src=a.jpg"``, or None."""
    name, _, value = article.rendering.html[problem.start : problem.end].partition("=")
    quote = value[-1:]
    if quote not in {'"', "'"} or quote in value[:-1]:
        return None
    edits = replaced(article, problem.start, problem.end, f"{name}={quote}{value.lstrip()}")
    return Fix.unsafe(f"Insert the opening `{quote}`", *edits) if edits else None


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    written = article.rendering.html[problem.start : problem.end]
    name, _, value = written.partition("=")
    quote = "'" if '"' in value else '"'
    if not value or quote in value:
        return ()
    return replaced(article, problem.start, problem.end, f"{name}={quote}{value.strip()}{quote}")
