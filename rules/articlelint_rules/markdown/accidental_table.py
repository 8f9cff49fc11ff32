from collections.abc import Sequence

from articlelint import UNSAFE, WARNING, Article, Edit, Findings, Fix, Rule, Span, regex


class AccidentalTable(Rule):
    """A `|` turns a line of text into a table."""

    name = "markdown/accidental-table"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        if article.dialect.name != "kramdown" or "|" not in article.text:
            return
        text, offset = article.text, article.markdown.offset
        events = article.markdown.events
        for table in article.markdown.nodes("Table"):
            source = table.span.of(text)
            if "\n" in source.strip() or source.strip().startswith("|") or _ENDS.search(source):
                continue
            cells = []
            for index in range(table.index + 1, len(events)):
                role, kind, _, start, end = events[index]
                if kind == "Table":
                    break
                if kind == "TableCell" and role > 0:
                    cells.append(Span(start, end).shift(offset))
            pipes = [cell.end for cell in cells[:-1] if text.startswith("|", cell.end)]
            if not pipes:
                continue
            yield self.diagnostic(
                Span(pipes[0], pipes[0] + 1),
                f"In {article.site.generator.title}, the `|` turns this line into a table",
                fix=_fix(article, table.span.start, pipes),
                cause="pipe",
            )


def _fix(article: Article, start: int, pipes: Sequence[int]) -> Fix:
    """Return what makes text of the pipes; in a URL or a tag a backslash would be a part of it."""
    text = article.text
    around = [_IN_MARKUP.search(text, max(start, pipe - _LONGEST), pipe) for pipe in pipes]
    if not any(around):
        return Fix.unsafe("Write `\\|`", *[Edit.insert(pipe, "\\") for pipe in pipes])
    edits = []
    for pipe, inside in zip(pipes, around, strict=True):
        written = "\\|" if inside is None else "%7C" if inside["url"] else "&#124;"
        edits.append(Edit(Span(pipe, pipe + 1), written))
    return Fix.unsafe("Escape each `|`", *edits)


_LONGEST = 1_000  # characters of a URL or a tag: a line may have any number of pipes
_IN_MARKUP = regex(r"(?P<url>\]\([^\s()<>]*|<[a-z]+:[^\s<>]*)\Z|<[A-Za-z][^<>]*\Z")
_ENDS = regex(r"\|\s*\Z")
