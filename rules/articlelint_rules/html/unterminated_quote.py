from articlelint import ERROR, UNSAFE, Article, Edit, Findings, Fix, Rule
from articlelint_rules.html._shown import shown_tags
from articlelint_rules.html._verified import guessed, inserted


class UnterminatedQuote(Rule):
    """The quote around a value is not closed, and the value takes in what follows."""

    name = "html/unterminated-quote"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for problem in article.html_problems("unterminated-quote"):
            quote = '"' if '="' in article.rendering.html[problem.start : problem.end] else "'"
            edits = () if problem.closed_at is None else inserted(article, problem.closed_at, quote)
            yield self.diagnostic(
                problem.span,
                f"The quote around the value of `{problem.detail}` is not closed",
                hint="What follows is taken for a part of it",
                fix=guessed(article, f"Insert `{quote}`", edits),
            )
        for shown in shown_tags(article):
            if shown.kind == "unterminated-quote":
                yield self.diagnostic(
                    shown.span,
                    f"The quote around the value of `{shown.name}` is not closed",
                    hint=f"Markdown shows this `<{shown.tag}>` as text",
                    fix=Fix.unsafe(
                        f"Insert `{shown.quote}`", Edit.insert(shown.span.end, shown.quote)
                    ),
                )
