"""html/duplicate-id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity, Syntax
from articlelint.templates import is_dynamic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import Attribute


class DuplicateId(Rule):
    """Two elements have the same `id`."""

    name = "html/duplicate-id"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each element whose ``id`` an earlier one has."""
        if article.syntax is Syntax.MDX or not article.has_html:
            return
        first: dict[str, Attribute] = {}
        for element in article.html.with_attribute("id"):
            attribute = element.attributes.get("id")
            if attribute is None:  # an element that the parser opened once more
                continue
            if not attribute.value.strip() or is_dynamic(attribute.value):
                continue
            earlier = first.setdefault(attribute.value, attribute)
            if earlier is not attribute:
                yield self.diagnostic(
                    attribute.span,
                    f"The id `{attribute.value}` is taken; links lead to the first one",
                    related=[Related(earlier.span, "the first")],
                )
