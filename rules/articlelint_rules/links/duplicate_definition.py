"""links/duplicate-definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Related, Rule, Severity
from articlelint_rules.links._definitions import definitions, fold, is_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint_rules.links._definitions import Definition


class DuplicateDefinition(Rule):
    """A link's label is defined twice."""

    name = "links/duplicate-definition"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each definition of a label that has one already."""
        first: dict[str, Definition] = {}
        for definition in definitions(article):
            other = first.setdefault(fold(definition.label), definition)
            if other is definition or is_comment(definition):
                continue
            same = (definition.target, definition.title) == (other.target, other.title)
            yield self.diagnostic(
                definition.span,
                f"`[{definition.label}]` is defined above"
                + ("" if same else f" as `{other.target}`, which counts"),
                severity=Severity.INFO if same else None,
                hint=None if same else "Give one of them another label",
                fix=Fix.safe("Delete it", Edit.delete(definition.line)) if same else None,
                related=(Related(other.span, "defined here"),),
            )
