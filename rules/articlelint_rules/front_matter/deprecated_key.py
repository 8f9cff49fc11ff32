"""front-matter/deprecated-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.front_matter._schema import findings, replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class DeprecatedKey(Rule):
    """A key has been given up by the generator."""

    name = "front-matter/deprecated-key"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each key that has a successor, or is not read any more."""
        for finding, related in findings(article, "deprecated-key"):
            fix = None
            new = finding.suggestion
            front_matter = article.front_matter
            if new is not None and front_matter is not None and front_matter.get(new) is None:
                fix = Fix.unsafe(f"Rename it to `{new}`", replacement(article, finding.span, new))
            yield self.diagnostic(
                finding.span, finding.message, hint=finding.hint, fix=fix, related=related
            )
