"""headings/skipped-level."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class SkippedLevel(Rule):
    """A heading is more than one level below the one before it."""

    name = "headings/skipped-level"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each jump downwards; any step back up is fine."""
        for before, heading in pairwise(article.headings):
            if heading.level > before.level + 1:
                yield self.diagnostic(
                    heading.span,
                    f"A heading of level {heading.level} follows one of level {before.level}",
                    hint=f"Make it level {before.level + 1}, or add what is missing between",
                    related=[Related(before.span, f"level {before.level}")],
                )
