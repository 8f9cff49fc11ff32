from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class InvalidSyntax(Rule):
    """The template engine cannot read a tag or expression."""

    name = "templates/invalid-syntax"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("invalid-syntax")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
