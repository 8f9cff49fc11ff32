"""html/void-end-tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.html._verified import replaced, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class VoidEndTag(Rule):
    """An end tag stands for an element that has none."""

    name = "html/void-end-tag"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``</br>``, ``</img>`` and so on."""
        problems = article.html_problems("void-end-tag")
        candidates = [
            (
                "Write `<br>`" if problem.tag == "br" else f"Delete `</{problem.tag}>`",
                replaced(
                    article, problem.start, problem.end, "<br>" if problem.tag == "br" else ""
                ),
            )
            for problem in problems
        ]
        fixes = verified(article, candidates)
        for problem, fix, (title, edits) in zip(problems, fixes, candidates, strict=True):
            what = "is read as `<br>`" if problem.tag == "br" else "is ignored"
            yield self.diagnostic(
                problem.span,
                f"`<{problem.tag}>` has no end tag; this one {what}",
                fix=fix or (Fix.unsafe(title, *edits) if edits else None),
            )
