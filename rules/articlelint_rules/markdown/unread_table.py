import re

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    regex,
)


class UnreadTable(Rule):
    """The lines of a table are read as a paragraph."""

    name = "markdown/unread-table"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        if article.dialect.name not in _WANT_BLANK_LINES or not article.knows_constructs:
            return
        text = article.text
        if _SEPARATOR.search(article.markdown.text) is None:
            return
        for paragraph in article.markdown.nodes("Paragraph"):
            span = paragraph.span
            found = _SEPARATOR.search(text, span.start, span.end)
            if found is None or found.start() == span.start:
                continue
            head = text.rfind("\n", 0, found.start() - 1) + 1
            if "|" not in text[max(head, span.start) : found.start()]:
                continue
            if head > span.start:
                yield self._of(article, head, head, "before")
            elif (behind := _behind(text, found.end(), span.end)) is not None:
                yield self._of(article, head, behind, "behind")

    def _of(self, article: Article, head: int, at: int, where: str) -> Diagnostic:
        text = article.text
        newline = "\r\n" if "\r\n" in text else "\n"
        end = text.find("\n", head)
        mark = text[head:end].partition("|")[0] if text[head:end].lstrip().startswith(">") else ""
        return self.diagnostic(
            Span(head + len(mark), head + len(text[head:end].rstrip())),
            f"This table is shown as text: a blank line is missing {where} it",
            fix=Fix.unsafe("Insert a blank line", Edit.insert(at, mark.rstrip() + newline)),
        )


def _behind(text: str, start: int, end: int) -> int | None:
    """Return where the first line without a pipe behind a table begins, if there is one."""
    at = start
    while at < end:
        finish = text.find("\n", at, end)
        finish = end if finish < 0 else finish
        if text[at:finish].strip() and "|" not in text[at:finish]:
            return at
        at = finish + 1
    return None


_WANT_BLANK_LINES = frozenset({"kramdown"})
"""The dialects in which a table stands between blank lines."""

_CELL = r"[ \t]*:?-+:?[ \t]*"
_SEPARATOR = regex(
    rf"^(?:[ \t]{{0,3}}>)?[ \t]{{0,3}}\|?{_CELL}(?:\|{_CELL})*\|[ \t:-]*(?:\r?\n|\Z)", re.MULTILINE
)
