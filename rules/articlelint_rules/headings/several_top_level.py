"""headings/several-top-level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity
from articlelint_rules.headings._content import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class SeveralTopLevel(Rule):
    """An article has more than one heading of level 1."""

    name = "headings/several-top-level"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic, at the second."""
        top = [heading for heading in article.headings if heading.level == 1]
        if len(top) > 1:
            top = [heading for heading in top if not is_empty(article, heading)]
        if len(top) > 1:
            yield self.diagnostic(
                top[1].span,
                f"The article has {len(top)} headings of level 1",
                hint="Keep level 1 for the title and begin sections with level 2",
                related=[Related(top[0].span, "the first")],
            )
