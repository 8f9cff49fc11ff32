"""accessibility/empty-control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint_rules.accessibility._names import has_content, has_name, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class EmptyControl(Rule):
    """A button has nothing that could be read out."""

    name = "accessibility/empty-control"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each button or summary without a name."""
        for element, span in article.written("button", "summary"):
            if not (has_name(element) or is_hidden(element) or has_content(element)):
                yield self.diagnostic(
                    span,
                    f"`<{element.tag}>` has no text",
                    hint="Put a text into it, or say in `aria-label` what it does",
                )
