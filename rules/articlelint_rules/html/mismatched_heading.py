from articlelint import ERROR, SAFE, Article, Findings, Fix, HtmlProblem, Related, Rule, on
from articlelint_rules.html._blocks import made_by_markdown

_NEAR = 20


class MismatchedHeading(Rule):
    """A heading is closed by an end tag of another level."""

    name = "html/mismatched-heading"
    severity = ERROR
    fixable = SAFE

    @on.problem("mismatched-heading")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        heading = problem.element
        if heading is None:
            return
        if made_by_markdown(article, heading.start, heading.end):
            if article.rendering.html[problem.end : problem.end + _NEAR].lstrip().startswith("</h"):
                return  # Markdown ends it right here, too, and nobody sees a difference
            edits = article.replace_html(problem.start, problem.end, "")
            yield self.diagnostic(
                problem.span,
                f"`</{problem.tag}>` ends the heading that Markdown closes itself",
                fix=Fix.unsafe(f"Delete `</{problem.tag}>`", *edits) if edits else None,
            )
            return
        edits = article.replace_html(problem.start, problem.end, f"</{heading.tag}>")
        yield self.diagnostic(
            problem.span,
            f"`<{heading.tag}>` is closed by `</{problem.tag}>`",
            fix=Fix.page(f"Write `</{heading.tag}>`", *edits, otherwise=None),
            related=[Related(heading.span, "opened here")],
        )
