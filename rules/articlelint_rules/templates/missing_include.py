from articlelint import ERROR, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class MissingInclude(Rule):
    """A template tag includes a file that does not exist."""

    name = "templates/missing-include"
    severity = ERROR
    depends = Depends.DISK
    many_are_one = True

    @on.template("missing-include")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
