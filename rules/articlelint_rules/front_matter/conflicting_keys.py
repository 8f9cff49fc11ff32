from articlelint import ERROR, Article, Findings, Rule, SchemaFinding, on


class ConflictingKeys(Rule):
    """Two keys contradict each other or mean the same thing."""

    name = "front-matter/conflicting-keys"
    severity = ERROR

    @on.schema("conflicting-keys")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        yield self.diagnostic(
            finding.span,
            finding.message,
            hint=finding.hint or "Keep the one that is right and delete the other",
            related=finding.related,
        )
