"""Fences of code that nothing closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from articlelint.article.syntax import Syntax
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.article.article import Article
    from articlelint.markdown import Node

_OPENING = regex(r"(?:`{3,}+|~{3,}+)[^\r\n]*+")


class OpenFence(NamedTuple):
    """An unclosed fence at *span*, made of *mark*; its code goes on to *end*."""

    span: Span
    mark: str
    end: int


def open_fences(article: Article) -> tuple[OpenFence, ...]:
    """Return the fences of *article* that nothing closes; a view."""
    return tuple(_found(article.markdown.nodes("CodeBlock"), article))


def _found(nodes: Sequence[Node], article: Article) -> Iterator[OpenFence]:
    text = article.text
    last_end = len(text.rstrip())
    for node in nodes:
        end = node.span.end
        opening = _OPENING.match(text, node.span.start)
        if opening is None or end < last_end:
            continue
        lines = text[opening.end() : end].rstrip().splitlines()
        fence = re.match(r"`+|~+", opening[0])
        # In MDX, which has no indented code, a closing fence may stand anywhere.
        last = lines if article.syntax is Syntax.MDX else lines[-1:]
        if fence is not None and not any(_closes(line, fence[0]) for line in last):
            yield OpenFence(Span(*opening.span()), fence[0], end)


def _closes(line: str, fence: str) -> bool:
    line = line.strip(" \t>")
    return len(line) >= len(fence) and set(line) == {fence[0]}
