from articlelint import SAFE, WARNING, Article, Findings, Rule
from articlelint_rules.html._verified import inserted, verified


class MissingAttributeValue(Rule):
    """An attribute has an equals sign and no value."""

    name = "html/missing-attribute-value"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = article.html_problems("missing-attribute-value")
        candidates = [
            (
                'Write `=""`',
                () if p.closed_at is None else inserted(article, p.closed_at, '""'),
            )
            for p in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            yield self.diagnostic(problem.span, f"`{problem.detail}=` has no value", fix=fix)
