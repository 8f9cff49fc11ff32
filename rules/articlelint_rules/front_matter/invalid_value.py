"""front-matter/invalid-value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.front_matter._schema import findings, replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class InvalidValue(Rule):
    """A value is none of those that its key allows."""

    name = "front-matter/invalid-value"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each value outside its choices or its pattern."""
        for finding, related in findings(article, "invalid-value"):
            fix = None
            if finding.suggestion is not None:
                edit = replacement(article, finding.span, finding.suggestion)
                fix = Fix.unsafe(f"Write `{finding.suggestion}`", edit)
            hint = None if fix else finding.hint
            yield self.diagnostic(
                finding.span, finding.message, hint=hint, fix=fix, related=related
            )
