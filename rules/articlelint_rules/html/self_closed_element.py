"""html/self-closed-element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint_rules.html._blocks import is_in_text
from articlelint_rules.html._verified import inserted, replaced
from articlelint_rules.html._vocabulary import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class SelfClosedElement(Rule):
    """A slash at the end of a tag is meant to close the element, and does not."""

    name = "html/self-closed-element"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such tag of an element that is not void."""
        for problem in article.html_problems("self-closed-element"):
            if problem.tag in KNOWN or "-" in problem.tag:
                edits = _edits(article, problem)
                yield self.diagnostic(
                    problem.span,
                    f"`<{problem.tag}/>` does not close the element; what follows is inside it",
                    hint=_hint(article, problem),
                    fix=Fix.unsafe(f"Write `></{problem.tag}>`", *edits) if edits else None,
                )


def _hint(article: Article, problem: HtmlProblem) -> str | None:
    """Return what to do where the tag may well be text: "the <slot/> tag"."""
    written = article.rendering.html[problem.start : problem.end]
    if "=" in written or not is_in_text(article, problem.span):
        return None
    return "Put it between backticks if readers should see the tag"


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edits that turn ``<a/>`` into ``<a></a>``."""
    html = article.rendering.html
    slash = html.rfind("/", problem.start, problem.end)
    if slash < 0:
        return ()
    start = len(html[:slash].rstrip())
    first = replaced(article, start, slash + 1, "")
    second = inserted(article, problem.end, f"</{problem.tag}>")
    return (*first, *second) if first and second else ()
