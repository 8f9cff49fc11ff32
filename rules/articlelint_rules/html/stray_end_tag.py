"""html/stray-end-tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint_rules.html._verified import verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class StrayEndTag(Rule):
    """An end tag closes nothing."""

    name = "html/stray-end-tag"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each end tag without its element."""
        problems = article.html_problems("stray-end-tag")
        candidates = [
            (f"Delete `</{problem.tag}>`", _edits(article, problem)) for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            title, edits = f"Delete `</{problem.tag}>`", _edits(article, problem)
            yield self.diagnostic(
                problem.span,
                _message(problem),
                fix=fix or (Fix.unsafe(title, *edits) if edits else None),
            )


def _message(problem: HtmlProblem) -> str:
    if problem.tag == "p":
        return "`</p>` closes no paragraph; the browser makes an empty one of it"
    if not problem.open_elements:
        return f"`</{problem.tag}>` closes nothing; no element is open here"
    inner = problem.open_elements[-1].tag
    return f"`</{problem.tag}>` closes nothing; the open element is `<{inner}>`"


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    if not article.rendering.source_map.is_verbatim(problem.start, problem.end):
        return ()
    return (Edit.delete(problem.span),)
