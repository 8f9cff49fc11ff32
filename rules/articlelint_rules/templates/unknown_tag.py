from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class UnknownTag(Rule):
    """Neither the generator nor the site defines a template tag."""

    name = "templates/unknown-tag"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("unknown-tag")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
