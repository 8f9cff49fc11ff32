from articlelint import ERROR, SAFE, Article, Edit, Findings, HtmlProblem, Related, Rule
from articlelint_rules.html._verified import replaced, verified


class DuplicateAttribute(Rule):
    """An attribute stands twice in one tag."""

    name = "html/duplicate-attribute"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = article.html_problems("duplicate-attribute")
        candidates = [
            (f"Delete the second `{problem.detail}`", _edits(article, problem))
            for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            first = problem.other
            yield self.diagnostic(
                problem.span,
                f"`{problem.detail}` stands twice in this tag; browsers take the first",
                fix=fix,
                related=[Related(first.span, "the one that counts")] if first else [],
            )


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that deletes the attribute and the white space before it."""
    start = len(article.rendering.html[: problem.start].rstrip())
    return replaced(article, start, problem.end, "")
