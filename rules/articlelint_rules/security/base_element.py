"""security/base-element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class BaseElement(Rule):
    """The article changes where the page's links lead."""

    name = "security/base-element"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``base`` outside of a document's own head."""
        for element, span in article.written("base"):
            if not any(outer.tag == "head" for outer in element.ancestors()):
                yield self.diagnostic(
                    span, "`<base>` changes where every relative link of the page leads"
                )
