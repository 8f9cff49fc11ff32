from articlelint import ERROR, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class MissingImport(Rule):
    """The article imports a file that does not exist."""

    name = "templates/missing-import"
    severity = ERROR
    depends = Depends.DISK

    @on.template("missing-import")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
