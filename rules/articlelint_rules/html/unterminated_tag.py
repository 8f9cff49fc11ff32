from articlelint import ERROR, UNSAFE, Article, Findings, Fix, HtmlProblem, Rule, on


class UnterminatedTag(Rule):
    """A tag has no `>`, so it includes what follows."""

    name = "html/unterminated-tag"
    severity = ERROR
    fixable = UNSAFE

    @on.problem("unterminated-tag")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        edits = article.insert_html(problem.closed_at or 0, ">")
        yield self.diagnostic(
            problem.span,
            f"The tag `<{problem.tag}` is not closed with `>`",
            hint="What follows is read as its attributes",
            fix=Fix.guess("Insert `>`", *edits),
        )
