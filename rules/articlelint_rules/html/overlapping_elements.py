"""html/overlapping-elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Related, Rule, Severity
from articlelint_rules.html._verified import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class OverlappingElements(Rule):
    """An element ends while another that was opened inside it is still open."""

    name = "html/overlapping-elements"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each pair, at the tag that comes too early."""
        for problem in article.html_problems("overlapping-elements"):
            inner, late = problem.element, problem.other
            tag = article.rendering.html[problem.start : problem.end].split(maxsplit=1)[0]
            tag = f"{tag.rstrip('>')}>"
            name = inner.tag if inner else "element"
            yield self.diagnostic(
                problem.span,
                f"`{tag}` comes before the end of `<{name}>`, which is still open",
                hint=None if late else f"Close `<{name}>` first",
                fix=_swap(article, problem),
                related=[
                    *([Related(inner.span, "opened here")] if inner else []),
                    *([Related(late.span, "closed here")] if late else []),
                ],
            )


def _swap(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that changes the order of two end tags with nothing between them."""
    late = problem.other
    html = article.rendering.html
    early_tag = html[problem.start : problem.end]
    if late is None or not early_tag.startswith("</") or html[problem.end : late.start].strip():
        return None
    late_tag = html[late.start : late.end]
    edits = (
        *replaced(article, problem.start, problem.end, late_tag),
        *replaced(article, late.start, late.end, early_tag),
    )
    return Fix.unsafe("Swap the two end tags", *edits) if len(edits) == 2 else None
