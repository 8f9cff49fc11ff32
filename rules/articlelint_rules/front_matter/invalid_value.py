from articlelint import ERROR, UNSAFE, Article, Findings, Fix, Rule, SchemaFinding, on
from articlelint_rules.front_matter._schema import replacement


class InvalidValue(Rule):
    """A key has a value that it does not allow."""

    name = "front-matter/invalid-value"
    severity = ERROR
    fixable = UNSAFE

    @on.schema("invalid-value")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        fix, new = None, finding.suggestion
        if new is not None:
            fix = Fix.unsafe(f"Write `{new}`", replacement(article, finding.span, new))
        hint = None if fix else finding.hint
        yield self.diagnostic(
            finding.span, finding.message, hint=hint, fix=fix, related=finding.related
        )
