from articlelint import SAFE, WARNING, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class VanishingExpression(Rule):
    """Text is read as a template expression that shows nothing."""

    name = "templates/vanishing-expression"
    severity = WARNING
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("vanishing-expression")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
