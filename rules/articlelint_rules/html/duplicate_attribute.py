from articlelint import ERROR, SAFE, Article, Findings, Fix, HtmlProblem, Related, Rule, on


class DuplicateAttribute(Rule):
    """An attribute stands twice in one tag."""

    name = "html/duplicate-attribute"
    severity = ERROR
    fixable = SAFE

    @on.problem("duplicate-attribute")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        first = problem.other
        start = len(article.rendering.html[: problem.start].rstrip())
        edits = article.replace_html(start, problem.end, "")
        yield self.diagnostic(
            problem.span,
            f"`{problem.detail}` stands twice in this tag; browsers take the first",
            fix=Fix.page(f"Delete the second `{problem.detail}`", *edits, otherwise=None),
            related=[Related(first.span, "the one that counts")] if first else [],
        )
