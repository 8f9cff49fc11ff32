from articlelint import ERROR, Article, Findings, HtmlProblem, Rule, Span, on


class UnterminatedComment(Rule):
    """A comment is not closed, so the rest of the page is part of it."""

    name = "html/unterminated-comment"
    severity = ERROR

    @on.problem("unterminated-comment")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        start = problem.span.start
        yield self.diagnostic(
            Span(start, min(start + 4, problem.span.end)),
            "The comment is not closed; nothing after it is shown",
            hint="Put `-->` where it should end",
        )
