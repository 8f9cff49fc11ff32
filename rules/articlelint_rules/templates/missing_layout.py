from articlelint import ERROR, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class MissingLayout(Rule):
    """The front matter names a layout that does not exist."""

    name = "templates/missing-layout"
    severity = ERROR
    depends = Depends.DISK

    @on.template("missing-layout")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
