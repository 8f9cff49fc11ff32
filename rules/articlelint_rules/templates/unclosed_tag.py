from articlelint import ERROR, SAFE, Article, Depends, Findings, Rule, TemplateProblem, on
from articlelint_rules.templates._finding import finding


class UnclosedTag(Rule):
    """A template tag, an expression or a comment is not closed."""

    name = "templates/unclosed-tag"
    severity = ERROR
    depends = Depends.DISK
    fixable = SAFE
    many_are_one = True

    @on.template("unclosed-tag")
    def check(self, problem: TemplateProblem, article: Article) -> Findings:
        yield finding(self, problem)
