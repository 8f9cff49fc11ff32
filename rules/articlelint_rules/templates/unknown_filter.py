from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class UnknownFilter(Rule):
    """A template filter is one that neither the generator nor the site has."""

    name = "templates/unknown-filter"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("unknown-filter")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
