"""headings/empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint_rules.headings._content import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class Empty(Rule):
    """A heading has no text."""

    name = "headings/empty"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each heading without text and without an image."""
        for heading in article.headings:
            if is_empty(article, heading):
                yield self.diagnostic(
                    heading.span,
                    f"The heading of level {heading.level} is empty",
                    fix=Fix.unsafe("Delete the heading", Edit.delete(heading.span)),
                )
