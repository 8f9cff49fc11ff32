"""Comments for articlelint: only what is a comment in the page or the front matter."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.article import Syntax
from articlelint.front_matter import Format
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint.article import Article

PREFIX: Final = "articlelint-"
_LONGEST: Final = 2_000
"""Characters; a comment that is longer is no directive."""
_IN_DATA: Final = regex(rf"(?<![^\s])#[ \t]*+({PREFIX}[^\r\n]{{0,{_LONGEST}}}+)")
_OPENING: Final = regex(rf"(<!--|\{{/\*)\s*+(?={PREFIX})")
_CLOSINGS: Final = {"<!--": "-->", "{/*": "*/}"}
_NOT_IN: Final = {"<!--": ">", "{/*": "}"}
_RAW: Final = ("script", "style", "textarea", "title", "xmp", "iframe")
"""Elements whose content is text, and in it no comment."""


class Comment(NamedTuple):
    """A comment: *span* is all of it; *start* is where its *text*, less blanks, begins."""

    span: Span
    start: int
    text: str


def comments(article: Article) -> Iterator[Comment]:
    """Yield the comments of *article* that begin with our name, in reading order."""
    if PREFIX not in article.text:
        return
    yield from _in_front_matter(article)
    found = list(_in_body(article))
    if found:
        hidden = Stretches(_no_comments(article))
        yield from (each for each in found if not hidden.cover(each.span.start))


def _in_front_matter(article: Article) -> Iterator[Comment]:
    front_matter = article.front_matter
    if front_matter is None or front_matter.format not in {Format.YAML, Format.TOML}:
        return
    start, end = front_matter.content
    texts = Stretches(at.scalar.span for at in front_matter.scalars())
    for match in _IN_DATA.finditer(article.text, start, end):
        if not texts.cover(match.start()):
            yield Comment(Span(*match.span()), match.start(1), match[1])


def _in_body(article: Article) -> Iterator[Comment]:
    text, body = article.text, article.body
    masked = article.masked.text
    nearest = dict.fromkeys(_CLOSINGS, -1)
    for match in _OPENING.finditer(text, body.start):
        kind = match[1]
        if not _is_read(article, kind, match.start()):
            continue
        if nearest[kind] < match.end():
            nearest[kind] = text.find(_CLOSINGS[kind], match.end())
            if nearest[kind] < 0:
                nearest[kind] = len(text) + _LONGEST  # there is none to the end
        end = nearest[kind]
        at = match.start() - body.start
        if end - match.end() > _LONGEST or masked[at : at + len(kind)] != kind:
            continue
        said = text[match.end() : end].rstrip()
        if _NOT_IN[kind] not in said:
            yield Comment(
                Span(match.start(), end + len(kind) - (kind == "<!--")), match.end(), said
            )


def _is_read(article: Article, kind: str, start: int) -> bool:
    """Tell whether *kind* is a comment's beginning in what the article is written in."""
    if kind == "{/*":
        return article.syntax is Syntax.MDX
    before = article.text[max(0, start - 50) : start]
    backslashes = len(before) - len(before.rstrip("\\"))
    return article.syntax is Syntax.HTML or backslashes % 2 == 0


def _no_comments(article: Article) -> Iterator[Span]:
    """Yield the spans of code, tags and elements in which nothing is a comment."""
    yield from article.code_spans
    if not article.has_own_html:
        return
    for element in article.html.elements():
        tag = element.start_tag
        if tag is None or not element.authored:
            continue
        yield tag
        if element.tag in _RAW:
            end = element.end_tag
            yield Span(tag.end, end.start if end else len(article.text))


class Stretches:
    """Spans, which may lie in each other, together."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends: list[int] = []
        for span in ordered:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def cover(self, offset: int) -> bool:
        """Tell whether one of them covers *offset*."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
