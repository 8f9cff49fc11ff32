"""Character references in the text of Markdown, which reads them by itself, before any browser."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from articlelint import Article, Span, Syntax, nearest, regex

_OLD = "amp|copy|gt|laquo|lt|middot|nbsp|quot|raquo|reg|times"
_NEW = (
    "bdquo|bull|emsp|ensp|euro|harr|hellip|larr|ldquo|lsaquo|lsquo|mdash|ndash|rarr|rdquo|rsaquo|"
    "rsquo|sbquo|thinsp|trade"
)
"""What authors write by name; the others are words of programs and queries too. Browsers know
the old ones without a semicolon."""

_UNFINISHED = regex(
    rf"&(?:{_OLD}|{_NEW}|#[0-9]{{2,7}}|#[xX][0-9a-fA-F]{{2,6}})(?![\w;=([.])", re.ASCII
)
"""A reference without its semicolon (CommonMark 6.2 wants one)."""
_UNFINISHED_IN_HTML = regex(
    rf"<(script|style)\b.*?(?:</\1|\Z)|<[^<>]*+>|&(?:{_NEW})(?![\w;=([.])",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_NAMED = regex(r"&(?:[A-Za-z][A-Za-z0-9]{3,}|[0-9]{2,5});")
"""A reference of a name that may be none, or of a number without its ``#``."""


_NUMERIC = regex(r"&#(?:[0-9]++|[xX][0-9a-fA-F]++);")
"""A reference of a number."""


def _in_text(article: Article, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    """Return where *pattern* matches in the text of a Markdown article, outside of code."""
    if article.syntax is not Syntax.MARKDOWN or "&" not in article.text:
        return ()
    text, offset = article.markdown.text, article.markdown.offset
    found = [match.span() for match in pattern.finditer(text)]
    if not found:
        return ()
    in_code, stretches = 0, []
    for role, kind, _, start, end in article.markdown.events:
        if kind == "CodeBlock":
            in_code += role
        elif kind == "Text" and not in_code:
            stretches.append((start, end))
    spans, index = [], 0
    for start, end in found:
        while index < len(stretches) and stretches[index][1] <= start:
            index += 1
        if index == len(stretches) or stretches[index][0] > start or text[start - 1] == "\\":
            continue
        if text[start - 1] not in "'\"" or text[start - 1] != text[end : end + 1]:  # a program's
            spans.append(Span(start, end).shift(offset))
    return tuple(spans)


def numeric_references(article: Article) -> Sequence[Span]:
    """Return the references of a number in the text of a Markdown article."""
    return _in_text(article, _NUMERIC)


def named_references(article: Article) -> Sequence[Span]:
    """Return the references of a name in the text of a Markdown article."""
    return _in_text(article, _NAMED)


def unfinished_references(article: Article) -> Sequence[Span]:
    """Return the references without a semicolon that are shown as they are written."""
    found = (*_unfinished_in_html(article), *_in_text(article, _UNFINISHED))
    lines = [article.text.count("\n", 0, span.start) for span in found[:_MOST]]
    number = Counter(lines)
    few = [
        span
        for span, line in zip(found, lines, strict=False)
        if number[line] < _LISTED and not _fills_cell(article.text, span)
    ]
    return (*few, *found[_MOST:])


def _fills_cell(text: str, span: Span) -> bool:
    """Tell whether nothing else is in its cell: a table of references shows how each is written."""
    before = text[max(0, span.start - _AROUND) : span.start].rstrip(" \t`")
    after = text[span.end : span.end + _AROUND].lstrip(" \t`")
    return before.endswith("|") and after.startswith("|")


_AROUND = 100


_LISTED = 3
"""So many in one line are spoken of: `&amp, &lt and &gt`."""
_MOST = 200


def _unfinished_in_html(article: Article) -> Iterator[Span]:
    """Yield the references without a semicolon that browsers show as they are written."""
    if "&" not in article.text or not article.has_html:
        return
    html, source_map = article.rendering.html, article.rendering.source_map
    if re.search(rf"&(?:{_NEW})(?!;)", html) is None:
        return
    for match in _UNFINISHED_IN_HTML.finditer(html):
        if match[0][0] == "&" and source_map.is_verbatim(*match.span()):
            yield source_map.span(*match.span())


def clipped(written: str) -> str:
    """Return a reference for a message, without most of its digits where there are thousands."""
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"


_LONGEST = 40


class _NearNames(dict[str, str | None]):
    """The reference that each one misspells, or None; one is looked up for half a millisecond."""

    def __missing__(self, written: str) -> str | None:
        self[written] = _nearest(written) if len(self) < _MOST else None
        return self[written]


def near_names(_: Article) -> _NearNames:
    """Return what remembers the names that were looked up for one article."""
    return _NearNames()


_MOST = 200


def _nearest(written: str) -> str | None:
    from html.entities import html5

    name = written.strip("&;")
    if name.isdigit() and written.endswith(";"):
        return f"&#{name};"
    if len(name) < 4 or not name.isalnum() or f"{name};" in html5:
        return None
    names = [
        each[:-1]
        for each in html5
        if each.endswith(";") and each[0] == name[0] and abs(len(each) - 1 - len(name)) <= 1
    ]
    near = nearest(name, names, likeness=0.75)
    return f"&{near};" if near else None
