from articlelint import ERROR, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class MissingArgument(Rule):
    """A template tag or shortcode lacks a required argument."""

    name = "templates/missing-argument"
    severity = ERROR
    depends = Depends.DISK
    many_are_one = True

    @on.template("missing-argument")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
