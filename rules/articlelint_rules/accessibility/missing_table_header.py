from articlelint import INFO, Article, Element, Findings, Rule, on
from articlelint_rules.accessibility._names import has_content, is_hidden


class MissingTableHeader(Rule):
    """A data table has no header cells."""

    name = "accessibility/missing-table-header"
    severity = INFO
    default = False

    @on.element("table")
    def check(self, element: Element, article: Article) -> Findings:
        if not (is_hidden(element) or element.holds("th", "table") or _is_layout(element)):
            yield self.diagnostic(
                element.tag_span,
                "No cell of the table is a header",
                hint='Use `<th>` in the first row or column, or `role="presentation"` for layout',
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
