"""Fences of code that nothing closes, or that something else closes than was meant."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from articlelint.article.syntax import Syntax
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from articlelint.article.article import Article
    from articlelint.markdown import Node

_OPENING = regex(r"(?P<mark>`{3,}+|~{3,}+)(?P<info>[^\r\n]*+)")
_OPENING_LINE = regex(
    r"(?<=[\r\n])[ \t>]*+(?P<mark>`{3,}+|~{3,}+)[ \t]*+[a-zA-Z{][^`\r\n]*+(?=[\r\n])"
)


class OpenFence(NamedTuple):
    """A fence at *span*, made of *mark*, that is not closed; its code goes on to *end*.

    *following* is the fence that seems to open the next block and is code of this one, or, where
    the item or the quote of the block ends before its code does, the fence that was to close it
    and opens another. It is None where the code goes on to the end of the article.
    """

    span: Span
    mark: str
    end: int
    following: Span | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the item or the quote that holds the block ends before its code does."""
        return self.following is not None and self.following.start >= self.end


def open_fences(article: Article) -> tuple[OpenFence, ...]:
    """Return the fences of *article* that nothing closes where it was meant; a view."""
    nodes = article.markdown.nodes("CodeBlock")
    return tuple(_found(nodes, article)) if nodes else ()


def _found(nodes: Sequence[Node], article: Article) -> Iterator[OpenFence]:
    text = article.text
    if article.masked.tags:  # a tag that puts out nothing may stand behind a fence
        text = text[: article.body.start] + article.masked.text + text[article.body.end :]
    last_end = len(text.rstrip())
    is_mdx = article.syntax is Syntax.MDX
    told: Span | None = None
    for node, after in zip_longest(nodes, nodes[1:]):
        opening = _OPENING.match(text, node.span.start)
        if opening is None or (told and told.start == node.span.start):
            continue
        code = Span(opening.end(), node.span.end)
        fence, mark = Span(*opening.span()), opening["mark"]
        following = None
        closing_line = _closing_line(text, code, mark)
        if closing_line is not None:
            following = _next_opening(article, Span(code.start, closing_line), opening)
            # In MDX, which has no indented code, a closing fence may stand anywhere.
            if following is None or (is_mdx and _closing_lines(text, code, mark) > 1):
                continue
        elif code.end >= last_end:
            is_bare = not opening["info"].strip()
            if (told and is_bare) or (is_mdx and _closing_lines(text, code, mark)):
                continue  # it was to close what is told
        else:
            closing = after and _OPENING.match(text, after.span.start)
            if not closing or closing["mark"] != mark or closing["info"].strip():
                continue
            following = Span(*closing.span())
        told = following or told
        yield OpenFence(fence, mark, code.end, following)


def _closing_line(text: str, code: Span, mark: str) -> int | None:
    """Return where the last line of *code* begins if it closes the fence, else None."""
    end = len(code.of(text).rstrip()) + code.start
    ending = max(text.rfind("\n", code.start, end), text.rfind("\r", code.start, end))
    return ending + 1 if ending != -1 and _closes(text[ending + 1 : end], mark) else None


def _closing_lines(text: str, code: Span, mark: str) -> int:
    return sum(_closes(line, mark) for line in code.of(text).splitlines())


def _next_opening(article: Article, code: Span, fence: re.Match[str]) -> Span | None:
    """Return the first line of *code* that has the look of the beginning of another block.

    What is further to the right than the fence of the code is a part of the code: a sample.
    """
    if article.text.find(fence["mark"], code.start, code.end) == -1:
        return None
    column = article.lines.position(fence.start()).column
    for line in _OPENING_LINE.finditer(article.text, code.start, code.end):
        start = line.start("mark")
        if line["mark"] == fence["mark"] and article.lines.position(start).column <= column:
            return Span(start, line.end())
    return None


def _closes(line: str, fence: str) -> bool:
    line = line.strip(" \t>\r")
    return len(line) >= len(fence) and set(line) == {fence[0]}
