"""front-matter/unknown-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.front_matter._schema import findings, replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class UnknownKey(Rule):
    """A key is misspelt, so that nothing reads it."""

    name = "front-matter/unknown-key"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each key that evidently stands for another."""
        for finding, related in findings(article, "unknown-key"):
            fix = None
            if finding.suggestion is not None:
                fix = Fix.unsafe(
                    f"Rename it to `{finding.suggestion}`",
                    replacement(article, finding.span, finding.suggestion),
                )
            yield self.diagnostic(
                finding.span, finding.message, hint=finding.hint, fix=fix, related=related
            )
