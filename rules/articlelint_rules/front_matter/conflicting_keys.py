"""front-matter/conflicting-keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint_rules.front_matter._schema import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class ConflictingKeys(Rule):
    """Two keys contradict each other, or mean the same."""

    name = "front-matter/conflicting-keys"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic at the second key of each pair."""
        for finding, related in findings(article, "conflicting-keys"):
            yield self.diagnostic(
                finding.span,
                finding.message,
                hint=finding.hint or "Keep the one that is right and delete the other",
                related=related,
            )
