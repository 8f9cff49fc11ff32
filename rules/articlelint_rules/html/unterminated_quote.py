from articlelint import ERROR, UNSAFE, Article, Edit, Findings, Fix, HtmlProblem, Rule, on
from articlelint_rules.html._shown import Shown, misread_tags


class UnterminatedQuote(Rule):
    """The quote around a value is not closed, so the value includes what follows."""

    name = "html/unterminated-quote"
    severity = ERROR
    fixable = UNSAFE

    @on.problem("unterminated-quote")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        quote = '"' if '="' in article.rendering.html[problem.start : problem.end] else "'"
        edits = article.insert_html(problem.closed_at or 0, quote)
        yield self.diagnostic(
            problem.span,
            f"The quote around the value of `{problem.detail}` is not closed",
            hint="What follows becomes part of it",
            fix=Fix.guess(f"Insert `{quote}`", *edits),
        )

    @on.view(misread_tags)
    def check_shown(self, shown: Shown, article: Article) -> Findings:
        if shown.kind == "unterminated-quote":
            edit = Edit.insert(shown.span.end, shown.quote)
            yield self.diagnostic(
                shown.span,
                f"The quote around the value of `{shown.name}` is not closed",
                hint=f"Markdown shows this `<{shown.tag}>` as text",
                fix=Fix.unsafe(f"Insert `{shown.quote}`", edit),
            )
