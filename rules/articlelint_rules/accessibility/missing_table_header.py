"""accessibility/missing-table-header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint_rules.accessibility._names import has_content, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html.tree.nodes import Element


class MissingTableHeader(Rule):
    """A table of data has no header cells."""

    name = "accessibility/missing-table-header"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each table without ``th`` that is no mere layout."""
        for element, span in article.written("table"):
            if is_hidden(element) or element.elements("th", "table") or _is_layout(element):
                continue
            yield self.diagnostic(
                span,
                "No cell of the table is a header",
                hint='Use `<th>` in the first row or column; `role="presentation"` for mere layout',
            )


def _is_layout(table: Element) -> bool:
    """Tell whether the table has no two rows, or no first row that could be headers.

    Every cell of such a row but the corner says something in words; ``(`` between a name and
    its parameters, or a cell that spans the row, does not.
    """
    rows = table.elements("tr")
    if len(rows) < 2:
        return True
    first = rows[0].elements("td")
    corner = 1 if len(first) > 2 else 0
    return len(first) < 2 or not all(map(_speaks, first[corner:]))


def _speaks(cell: Element) -> bool:
    text = cell.text()
    return any(map(str.isalnum, text)) or (not text.strip() and has_content(cell))
