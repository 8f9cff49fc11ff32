from articlelint import ERROR, Article, Findings, Rule, Span


class UnterminatedComment(Rule):
    """A comment is not closed; the rest of the page is part of it."""

    name = "html/unterminated-comment"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        for problem in article.html_problems("unterminated-comment"):
            start = problem.span.start
            yield self.diagnostic(
                Span(start, min(start + 4, problem.span.end)),
                "The comment is not closed; nothing after it is shown",
                hint="Put `-->` where it should end",
            )
