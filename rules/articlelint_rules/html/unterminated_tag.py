from articlelint import ERROR, UNSAFE, Article, Findings, Rule
from articlelint_rules.html._verified import guessed, inserted


class UnterminatedTag(Rule):
    """A tag has no `>`, and takes in what follows."""

    name = "html/unterminated-tag"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for problem in article.html_problems("unterminated-tag"):
            edits = () if problem.closed_at is None else inserted(article, problem.closed_at, ">")
            yield self.diagnostic(
                problem.span,
                f"The tag `<{problem.tag}` is not closed with `>`",
                hint="What follows is taken for its attributes",
                fix=guessed(article, "Insert `>`", edits),
            )
