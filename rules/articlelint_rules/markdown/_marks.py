"""Marks of emphasis, those that are read and those that are shown as text."""

from collections.abc import Iterator
from typing import NamedTuple

from articlelint import INLINE_KINDS, Article, is_escaped, regex


class Mark(NamedTuple):
    """A run of asterisks or underscores, the number of its block, and whether readers see it."""

    block: int
    start: int
    end: int
    is_shown: bool


def marks_in(article: Article) -> tuple[Mark, ...]:
    """Return what may be a mark of emphasis, block by block; a view."""
    return tuple(_found(article))


def _found(article: Article) -> Iterator[Mark]:
    text = article.markdown.text
    block = hidden = 0
    for role, kind, data, start, end in article.markdown.events:
        if role:
            hidden += role if kind in _OPAQUE else 0
            block += kind not in INLINE_KINDS
            length = _LENGTHS.get(kind)
            if role > 0 and length is not None and text[start : start + 1] in _MARKS:
                yield Mark(block, start, start + length, is_shown=False)
                yield Mark(block, end - length, end, is_shown=False)
        elif kind == "Text" and not hidden and ("*" in data or "_" in data):
            for match in _RUN.finditer(text, start, end):
                before = match.start() - (text[match.start() - 1 : match.start()] == match[0][0])
                if not is_escaped(text, before):
                    yield Mark(block, *match.span(), is_shown=True)


_LENGTHS = {"Emphasis": 1, "Strong": 2}
_MARKS = frozenset("*_")
_OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "Image", "MetadataBlock"})
_RUN = regex(r"\*+|_+")


def joined(marks: list[Mark]) -> Iterator[Mark]:
    """Yield the marks, those side by side as one."""
    last: Mark | None = None
    for mark in marks:
        if last is not None and last.end == mark.start:
            last = last._replace(end=mark.end, is_shown=last.is_shown and mark.is_shown)
            continue
        if last is not None:
            yield last
        last = mark
    if last is not None:
        yield last


def is_in_code(text: str, mark: Mark) -> bool:
    """Tell whether an element of code is open there, in which some parsers read no emphasis."""
    before = text[max(0, mark.start - _LONGEST_CODE) : mark.start].lower()
    return before.rfind("<code") > before.rfind("</code")


_LONGEST_CODE = 300
