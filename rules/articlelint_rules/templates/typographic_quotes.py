from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class TypographicQuotes(Rule):
    """An argument of a template tag is in typographic quotes."""

    name = "templates/typographic-quotes"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("typographic-quotes")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
