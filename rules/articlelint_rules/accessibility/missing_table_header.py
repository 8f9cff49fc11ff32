"""accessibility/missing-table-header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint_rules.accessibility._names import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MissingTableHeader(Rule):
    """A table of data has no header cells."""

    name = "accessibility/missing-table-header"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each table of at least two rows and columns without ``th``."""
        for element, span in article.written("table"):
            if is_hidden(element) or element.elements("th", "table"):
                continue
            rows = element.elements("tr")
            if len(rows) < 2 or len(rows[0].elements("td")) < 2:
                continue
            yield self.diagnostic(
                span,
                "No cell of the table is a header",
                hint='Use `<th>` in the first row; `role="presentation"` for mere layout',
            )
