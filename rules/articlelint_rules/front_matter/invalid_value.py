from articlelint import ERROR, UNSAFE, Article, Findings, Fix, Rule
from articlelint_rules.front_matter._schema import findings, replacement


class InvalidValue(Rule):
    """A value is none of those that its key allows."""

    name = "front-matter/invalid-value"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for finding, related in findings(article, "invalid-value"):
            fix = None
            if finding.suggestion is not None:
                edit = replacement(article, finding.span, finding.suggestion)
                fix = Fix.unsafe(f"Write `{finding.suggestion}`", edit)
            hint = None if fix else finding.hint
            yield self.diagnostic(
                finding.span, finding.message, hint=hint, fix=fix, related=related
            )
