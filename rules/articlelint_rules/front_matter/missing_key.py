"""front-matter/missing-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint_rules.front_matter._schema import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MissingKey(Rule):
    """A key that the article needs is missing."""

    name = "front-matter/missing-key"
    severity = Severity.ERROR

    keys: tuple[str, ...] = ()
    """Further keys that every article of this site has to have; dots lead into mappings."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each missing key, at the opening fence."""
        for finding, related in findings(article, "missing-key"):
            yield self.diagnostic(finding.span, finding.message, hint=finding.hint, related=related)
        front_matter = article.front_matter
        if front_matter is None or front_matter.problems:
            return
        for key in self.keys:
            if front_matter.find(tuple(key.split("."))) is None:
                yield self.diagnostic(
                    front_matter.locate(tuple(key.split("."))),
                    f"`{key}` is missing; this site wants it in every article",
                )
