from articlelint import ERROR, Article, Findings, Rule
from articlelint_rules.front_matter._schema import findings


class ConflictingKeys(Rule):
    """Two keys contradict each other, or mean the same."""

    name = "front-matter/conflicting-keys"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        for finding, related in findings(article, "conflicting-keys"):
            yield self.diagnostic(
                finding.span,
                finding.message,
                hint=finding.hint or "Keep the one that is right and delete the other",
                related=related,
            )
