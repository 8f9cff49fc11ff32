from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

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
    apply,
    regex,
    shown_text,
)


class UnreadTable(Rule):
    """The lines of a table are shown as a paragraph."""

    name = "markdown/unread-table"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        if not article.knows_constructs:
            return
        if article.front_matter is not None and not article.site.generator.knows_opening_fence:
            return  # of a generator that is not known, and kramdown reads more
        for table in _tables(article):
            head = article.text[table.head : table.row].rstrip()
            for way in _ways(article, table):
                if _makes_table(article, table, way.edits):
                    yield self.diagnostic(
                        Span(table.head, table.head + len(head)),
                        f"This table is shown as text: {way.why}",
                        fix=Fix.unsafe(way.title, *way.edits),
                    )
                    break


class _Table(NamedTuple):
    """Lines that were meant as a table, by places in the article.

    *line* begins the line of the head, of which *head* is what follows the marks of quotations;
    *row* and *row_end* are the line of hyphens; *end* is the text's.
    """

    line: int
    head: int
    row: int
    row_end: int
    end: int


class _Way(NamedTuple):
    """What is wrong with a table, perhaps, and the edits that make it one."""

    why: str
    title: str
    edits: list[Edit]


def _tables(article: Article) -> Iterator[_Table]:
    """Yield what is shown as text and has a line of hyphens below a line with a pipe."""
    markdown = article.markdown
    if "|" not in markdown.text:
        return
    matches = _ROW.finditer(f"\n{markdown.text}")  # what begins with a character is found fast
    rows = [(match.start(), match.end() - 1) for match in matches]
    if not rows:
        return
    visible = article.view(shown_text)
    text, offset = markdown.text, markdown.offset
    done = -1
    for row, row_end in rows[:_MOST]:
        block = visible.block(row_end - 1 - text.endswith("\r", 0, row_end))
        if block is None or block == done:
            continue
        line = text.rfind("\n", 0, max(row - 1, 0)) + 1
        head = max(line + len(_prefix(text, line)), visible.beginnings[block])
        if head < row and "|" in text[head:row] and FILLER not in text[line:row]:
            done = block
            end = visible.ends[bisect_right(visible.blocks, block) - 1]
            yield _Table(*[place + offset for place in (line, head, row, row_end, end)])


_CELL = r"[ \t]*:?-+:?[ \t]*"
_ROW = regex(
    rf"\n[ \t>]*+(?=[|:-])(?=[^\r\n]*\|)\|?{_CELL}(?:\|{_CELL})*(?:\|[ \t:-]*)?+\r?(?=\n|\Z)"
)
_MARKS = regex(r"[ \t>]*+")
_MOST = 20
"""Tables of an article that are looked at; of each, several ways out are tried."""


def _prefix(text: str, line: int) -> str:
    """Return the indentation and the marks of quotations before what is in a line."""
    match = _MARKS.match(text, line)
    return match[0] if match else ""


def _ways(article: Article, table: _Table) -> Iterator[_Way]:
    text = article.text
    newline = "\r\n" if "\r\n" in text else "\n"
    between = _prefix(text, table.line).rstrip() + newline
    before, behind = Edit.insert(table.line, between), None
    at = _behind(text, table.row_end + 1, table.end)
    if at is not None:
        behind = Edit.insert(at, between)
    above = text[text.rfind("\n", 0, max(table.line - 1, 0)) + 1 : table.line].strip(" \t\r\n>")
    title = "Insert a blank line"
    # goldmark makes tables of the last lines of any paragraph: ``extension/table.go``.
    if above and table.line >= article.body.start and article.dialect.name != "goldmark":
        yield _Way("a blank line is missing before it", title, [before])
    if behind is not None:
        yield _Way("a blank line is missing after it", title, [behind])
        if above:
            why = "blank lines are missing before and after it"
            yield _Way(why, "Insert blank lines", [before, behind])
    head, row = text[table.head : table.row], text[table.row : table.row_end].rstrip()
    wanted, cells = len(_cells(head)), _cells(row[len(_prefix(row, 0)) :])
    # goldmark fills the head up.
    if len(cells) < wanted or (len(cells) > wanted and article.dialect.name != "goldmark"):
        why = f"its header row has {wanted} cells, and the line below it has {len(cells)}"
        if wanted < max(_widths(text, table), default=0) <= len(cells):
            # Cells of the rows would be lost.
            more = len(cells) - wanted + (not head.rstrip().endswith("|"))
            edit = Edit.insert(table.head + len(head.rstrip()), " |" * more)
            yield _Way(why, f"Write {len(cells)} cells in the header row", [edit])
            return
        start = table.row + len(_prefix(row, 0))
        span = Span(start, table.row + len(row))
        written = " | ".join([*cells, *["---"] * wanted][:wanted])
        edit = Edit(span, f"| {written} |")
        yield _Way(why, f"Write {wanted} cells in the line below the header row", [edit])


def _widths(text: str, table: _Table) -> Iterator[int]:
    """Yield how many cells the rows have."""
    for line in text[table.row_end : table.end].splitlines():
        if "|" in line:
            yield len(_cells(line[len(_prefix(line, 0)) :]))


def _cells(line: str) -> list[str]:
    """Return the cells of a line of a table."""
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip() for cell in _PIPE.split(inner)]


_PIPE = regex(r"(?<!\\)\|")


def _makes_table(article: Article, table: _Table, edits: list[Edit]) -> bool:
    """Tell whether the lines are a table when *edits* are made."""
    added = sum(len(edit.replacement) for edit in edits if edit.span.end <= table.head)
    head = table.head + added
    fixed = article.with_text(apply(article.text, edits))
    return any(
        each.span.start <= head < each.span.end and not _is_torn(each.span.of(fixed.text))
        for each in fixed.markdown.nodes("Table")
    )


def _is_torn(source: str) -> bool:
    """Tell whether a table has no line of hyphens in it: kramdown makes one of any pipe."""
    return _ROW.search(source) is None


def _behind(text: str, start: int, end: int) -> int | None:
    """Return where the first line without a pipe behind a table begins, if there is one.

    None where a tag stands there, which may begin a loop over the rows.
    """
    at = start
    while at < end:
        finish = text.find("\n", at, end)
        finish = end if finish < 0 else finish
        if "{%" in text[at:finish]:
            return None
        if text[at:finish].strip() and "|" not in text[at:finish]:
            return at
        at = finish + 1
    return None
