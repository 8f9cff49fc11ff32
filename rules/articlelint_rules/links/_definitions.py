"""Link reference definitions as written, those included that do not count."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from articlelint import FILLER, Article, Span, regex

_DEFINITION = regex(
    r"^(?:[ ]{0,3}(?:>[ ]?)*)[ ]{0,3}(?P<label>\[(?!\^)(?:[^\[\]\\\r\n]|\\.)+\]):[ \t]*"
    r"(?P<target><[^<>\r\n]*>|[^\s<]\S*)"
    r"(?P<title>[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?"
    r"[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE,
)


class Definition(NamedTuple):
    """``[label]: target "title"`` on one line; *line* is all of it, its line ending included."""

    label: str
    target: str
    title: str
    span: Span
    line: Span


def fold(label: str) -> str:
    """Return what labels are compared by: CommonMark 4.7."""
    return " ".join(label.split()).casefold()


def definitions(article: Article) -> tuple[Definition, ...]:
    """Return the definitions of *article* in reading order, every one of a label's; a view."""
    return tuple(_definitions(article))


def _definitions(article: Article) -> Iterator[Definition]:
    markdown = article.markdown
    if "]:" not in markdown.text:
        return
    found = list(_DEFINITION.finditer(markdown.text))
    if not found:
        return
    # What is a definition gives no event: it stands in no text, code or HTML.
    taken = sorted(
        (start, end)
        for role, kind, _, start, end in markdown.events
        if role == 0 or kind in _OPAQUE
    )
    starts = [start for start, _ in taken]
    ends: list[int] = []
    for _, end in taken:
        ends.append(max(end, ends[-1]) if ends else end)
    for match in found:
        if FILLER in match["label"]:  # a template makes the label
            continue
        at = bisect_right(starts, match.start("label")) - 1
        if at >= 0 and ends[at] > match.start("label"):
            continue
        end = match.end()
        ending = 2 if markdown.text[end : end + 2] == "\r\n" else 1
        label, target, title = (
            Span(*match.span(name)).shift(markdown.offset).of(article.text)
            for name in ("label", "target", "title")
        )
        yield Definition(
            label[1:-1],
            target,
            title.strip() if match["title"] else "",
            Span(match.start("label"), end).shift(markdown.offset),
            Span(match.start(), min(end + ending, len(markdown.text))).shift(markdown.offset),
        )


_OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})


def is_comment(definition: Definition) -> bool:
    """Tell whether it is a comment in disguise: ``[//]: # (like this)``."""
    return definition.target in {"#", "<>", "/"} or definition.label in {"//", "comment"}
