from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class StrayEnd(Rule):
    """A template tag ends a block that is not open, or branches outside one."""

    name = "templates/stray-end"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("stray-end")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
