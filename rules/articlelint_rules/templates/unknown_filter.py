from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class UnknownFilter(Rule):
    """Neither the generator nor the site defines a template filter."""

    name = "templates/unknown-filter"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("unknown-filter")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
