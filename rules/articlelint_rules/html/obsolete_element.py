"""html/obsolete-element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint_rules.html._vocabulary import OBSOLETE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html.tree.nodes import Element


class ObsoleteElement(Rule):
    """An element is no longer part of HTML."""

    name = "html/obsolete-element"
    severity = Severity.INFO
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each element, at its start tag."""
        if not article.has_html:
            return
        for element, span in article.written(*OBSOLETE):
            instead, rename = OBSOLETE[element.tag]
            yield self.diagnostic(
                span,
                f"`<{element.tag}>` is obsolete",
                hint=f"Use {instead}",
                fix=_renamed(element, span, rename) if rename else None,
            )


def _renamed(element: Element, start_tag: Span, name: str) -> Fix | None:
    """Return the fix that renames both tags; None where the element has no end tag."""
    if element.end_tag is None:
        return None
    length = len(element.tag)
    start, end = start_tag.start + 1, element.end_tag.start + 2
    return Fix.unsafe(
        f"Rename it to `<{name}>`",
        Edit(Span(start, start + length), name),
        Edit(Span(end, end + length), name),
    )
