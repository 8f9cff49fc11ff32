"""front-matter/misplaced-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Rule, Severity
from articlelint_rules.front_matter._schema import findings, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic, Fix


class MisplacedKey(Rule):
    """A key stands where the generator does not look for it."""

    name = "front-matter/misplaced-key"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each key that belongs to another table or name."""
        for finding, related in findings(article, "misplaced-key"):
            fix = _fix(article, str(finding.path[0]))
            yield self.diagnostic(
                finding.span, finding.message, hint=finding.hint, fix=fix, related=related
            )


def _fix(article: Article, name: str) -> Fix | None:
    from articlelint_rules.front_matter._moving import moved  # noqa: PLC0415 - few need it

    key = key_of(article, name)
    front_matter = article.front_matter
    field = front_matter.get(name) if front_matter is not None else None
    if key is None or front_matter is None or field is None:
        return None
    return moved(article, front_matter, field, key.belongs)
