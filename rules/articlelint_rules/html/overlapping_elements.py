from collections.abc import Sequence

from articlelint import (
    ERROR,
    UNSAFE,
    Article,
    Diagnostic,
    Findings,
    Fix,
    HtmlProblem,
    Related,
    Rule,
    on,
)
from articlelint_rules.html._blocks import made_by_markdown
from articlelint_rules.html._stray import ends_paragraph, is_taken_up


class OverlappingElements(Rule):
    """An element ends while another that was opened inside it is still open."""

    name = "html/overlapping-elements"
    severity = ERROR
    fixable = UNSAFE
    many_are_one = True

    strict: bool = False
    """Whether to report what browsers correct without a visible difference, too."""

    @on.problems("overlapping-elements")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        explained = {problem.start for problem in article.html_problems("unclosed-element")}
        for problem in problems:
            inner, late = problem.element, problem.other
            if problem.start in explained or (inner is not None and inner.start in explained):
                continue
            if late is not None:
                explained.add(late.start)
            if inner is not None:
                explained.add(inner.start)
            if ends_paragraph(problem) or (not self.strict and is_taken_up(problem, article)):
                continue
            yield self._of(article, problem)

    def _of(self, article: Article, problem: HtmlProblem) -> Diagnostic:
        inner, late = problem.element, problem.other
        name = inner.tag if inner else "element"
        related = [Related(late.span, "closed here")] if late else []
        shown = problem.detail == "shown"
        if inner and not shown and made_by_markdown(article, problem.start, problem.end):
            return self.diagnostic(
                inner.span,
                f"`<{name}>` begins in one block of Markdown and ends in another",
                hint="Close it in its paragraph, or put both tags on lines of their own",
                related=related,
            )
        tag = article.rendering.html[problem.start : problem.end].split(maxsplit=1)[0]
        tag = f"</{problem.tag}>" if shown else tag
        return self.diagnostic(
            problem.span,
            f"`{tag.rstrip('>')}>` comes before the end of `<{name}>`, which is still open",
            hint=None if late else f"Close `<{name}>` first",
            fix=_swap(article, problem),
            related=[*([Related(inner.span, "opened here")] if inner else []), *related],
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
        *article.replace_html(problem.start, problem.end, late_tag),
        *article.replace_html(late.start, late.end, early_tag),
    )
    return Fix.unsafe("Swap the two end tags", *edits) if len(edits) == 2 else None
