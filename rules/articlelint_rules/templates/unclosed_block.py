from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class UnclosedBlock(Rule):
    """A template tag opens a block that is not closed."""

    name = "templates/unclosed-block"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("unclosed-block")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
