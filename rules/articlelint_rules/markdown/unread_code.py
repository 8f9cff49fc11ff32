from collections.abc import Iterator

from articlelint import (
    FILLER,
    INLINE_KINDS,
    WARNING,
    Article,
    Findings,
    Rule,
    Span,
    is_escaped,
    regex,
)


class UnreadCode(Rule):
    """A backtick is shown as text, because code is not closed or not opened."""

    name = "markdown/unread-code"
    severity = WARNING
    many_are_one = True

    def check(self, article: Article) -> Findings:
        text, offset = article.markdown.text, article.markdown.offset
        if "`" not in article.markdown.words or not article.knows_constructs:
            return
        for start, end, at in _shown(article):
            if end - start > _LONGEST or FILLER in text[start:end] or _is_divided(text, at):
                continue
            lost, is_opening = _lost(text, start, at)
            if lost is None:
                continue
            yield self.diagnostic(
                Span(lost, lost + 1).shift(offset),
                _MESSAGES[is_opening, lost == at],
                hint=_HINTS[is_opening],
            )


_MESSAGES = {
    (True, True): "No backtick closes the code that begins here: it is shown as text",
    (True, False): "No backtick closes the code that begins here: code and text change places",
    (False, True): "No backtick opens the code that ends here: it is shown as text",
    (False, False): "No backtick opens the code that ends here: code and text change places",
}
_HINTS = {True: "Put one where the code ends", False: "Put one where the code begins"}


def _shown(article: Article) -> Iterator[tuple[int, int, int]]:
    """Yield where a paragraph or the like begins and ends, and a backtick in it that is shown."""
    text = article.markdown.text
    start = end = hidden = 0
    marks: list[int] = []
    for role, kind, data, first, last in article.markdown.events:
        if role:
            hidden += role if kind in _OPAQUE else 0
            if kind in INLINE_KINDS:
                continue
            if len(marks) == 1:  # of more, no code is read there
                yield start, end, marks[0]
            marks.clear()
            start = end = -1
        elif not hidden:
            start, end = first if start < 0 else start, last
            if kind == "Text" and "`" in data:
                found = [mark.start() for mark in _MARK.finditer(text, first, last)]
                marks += [at for at in found if not is_escaped(text, at)]


_OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "Image", "MetadataBlock"})


def _lost(text: str, start: int, shown: int) -> tuple[int | None, bool]:
    """Return which backtick has no partner, and whether it begins code; None if that is not plain.

    It is the one at *shown*, or one before it in the paragraph that begins at *start*: all after
    the one that is missing have the wrong partners.
    """
    marks = [mark.start() for mark in _MARK.finditer(text, start, shown + 1)]
    if len(marks) % 2 == 0 or "``" in text[start:shown] or "\\`" in text[start:shown]:
        marks = [shown]
    for index, at in enumerate(marks):
        if index % 2 == 0 and _CLOSING.match(text, at):
            return at, False
        if index % 2 and _OPENING.match(text, at):
            return marks[index - 1], True
    return (shown, True) if _OPENING.match(text, shown) else (None, False)


def _is_divided(text: str, at: int) -> bool:
    """Tell whether a pipe divides the code, and with it the cell of a table."""
    before = text[max(0, at - _LONGEST) : at]
    before = before[before.rfind("\n") + 1 :]
    behind = text[at + 1 : at + _LONGEST].partition("\n")[0]
    cells = before.rpartition("|")[0], behind.partition("|")[2]
    return any(cell.count("`") % 2 for cell in cells)


_LONGEST = 5000
"""What is longer than this is no paragraph that somebody wrote."""
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_MARK = regex(r"(?<!`)`(?!`)")
_OPENING = regex(
    r"(?<!\+ )"
    rf"(?<![^\s(\[{{\"'“‘（「『【《〈，。、；：！？…—–/|*_~{_CJK}])`(?=[\w@$#./<\[({{:%&~\\-])(?!\S[\s|{_CJK}])"
    rf"(?![^`\s]{{1,40}}['’]|-[{{(]|[{_CJK}])"
)
"""A backtick before what may be code, not a letter alone, a key (*Alt + `*)
or what a quote ends (*`name'*)."""
_CLOSING = regex(
    rf"(?<=[A-Za-z0-9_)\]}}>;\"'$%=/&])(?<!\W\w)(?!(?<=')`'|(?<=\")`\")`(?!__?\w)(?=[\s)\]}}\"'.,;:!?”’）」』】》〉，。、；：！？…—–/|*_~{_CJK}]|\Z)"
)
"""A backtick behind what may be code, not a prime: *S`*."""
