from bisect import bisect_right
from collections.abc import Iterator

from articlelint import (
    FILLER,
    UNSAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    regex,
)


class DroppedCell(Rule):
    """A row of a table has more cells than the header, and the last ones are not shown."""

    name = "markdown/dropped-cell"
    severity = WARNING
    fixable = UNSAFE
    many_are_one = True

    def check(self, article: Article) -> Findings:
        if "|" not in article.text or not article.knows_constructs:
            return
        for columns, row, dropped in _dropped(article):
            pipes = list(_pipes_in_code(row.of(article.text)))
            fix = None
            hint: str | None = "Add a column to the header row, or remove the cell"
            if pipes:
                hint = "Write `\\|` for a pipe that does not end a cell, in code, too"
                edits = [Edit.insert(row.start + at, "\\") for at in pipes]
                if _cells(row.of(article.text)) - len(pipes) == columns:
                    fix = Fix.unsafe("Escape the pipes in code", *edits)
            yield self.diagnostic(
                dropped,
                f"The table has {columns} columns: readers do not see the rest of this row",
                hint=None if fix else hint,
                fix=fix,
            )


def _dropped(article: Article) -> Iterator[tuple[int, Span, Span]]:
    """Yield how many columns a table has, a row of it that has more, and what is left out."""
    markdown = article.markdown
    tables = markdown.nodes("Table")
    if not tables:
        return
    cells = [cell.span.end for cell in markdown.nodes("TableCell")]
    columns = 0
    for row in markdown.nodes("TableHead", "TableRow"):
        first, last = bisect_right(cells, row.span.start), bisect_right(cells, row.span.end)
        if row.kind == "TableHead":
            columns = last - first
            continue
        if not columns or last - first < columns:
            continue
        end = cells[last - 1]
        rest = article.text[end : row.span.end]
        left_out = rest.strip(" \t\r\n|")
        if not any(map(str.isalnum, left_out)) or left_out.startswith(_FOR_NO_READER):
            continue
        if FILLER not in row.span.shift(-markdown.offset).of(markdown.text):
            start = end + rest.index(left_out)
            yield columns, row.span, Span(start, start + len(left_out))


_FOR_NO_READER = ("<!--", "{.", "{:", "{#", "{%", "^")
"""How comments and attributes begin, which may follow a row."""


def _pipes_in_code(row: str) -> Iterator[int]:
    """Yield where pipes that are not escaped stand between backticks."""
    for code in _CODE.finditer(row):
        for pipe in _PIPE.finditer(row, code.start(), code.end()):
            yield pipe.start()


def _cells(row: str) -> int:
    return len(_PIPE.split(row.strip().removeprefix("|").removesuffix("|")))


_PIPE = regex(r"(?<!\\)\|")
_CODE = regex(r"(?<!`)(`{1,3})(?!`)[^`\r\n]*(?<!`)\1(?!`)")
