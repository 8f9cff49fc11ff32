from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, on


class MissingAttributeValue(Rule):
    """An attribute has an equals sign but no value."""

    name = "html/missing-attribute-value"
    severity = WARNING
    fixable = SAFE

    @on.problem("missing-attribute-value")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        edits = article.insert_html(problem.closed_at or 0, '""')
        fix = Fix.page('Write `=""`', *edits, otherwise=None)
        yield self.diagnostic(problem.span, f"`{problem.detail}=` has no value", fix=fix)
