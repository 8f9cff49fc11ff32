"""What stops Jekyll's Liquid, and what it shows nothing of."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import Blocks
from articlelint.templates.code import code_of
from articlelint.templates.liquid.comments import commented
from articlelint.templates.liquid.markup import fault, included
from articlelint.templates.liquid.tags import BRANCHES, TAGS
from articlelint.templates.liquid.tokens import read
from articlelint.templates.liquid.values import KNOWN, assigned, lookup
from articlelint.templates.literal import Literal
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.quotes import with_quotes
from articlelint.templates.token import TokenKind
from articlelint.templates.words import unclosed, unreadable, vanishing
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.token import Token

_PIPE: Final = "&#124;"
"""A vertical bar in a line of text makes a table of it in kramdown."""
_OF_TEXT: Final = frozenset({"#", "comment", "link", "post_url"})
"""Tags whose arguments are text, or are looked for by rules about links."""
_RUNS_INCLUDES: Final = frozenset({"include", "include_relative", "include_cached"})


def problems(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    """Yield what is wrong with *tokens*, each with its fix."""
    found = with_quotes(
        text,
        tokens,
        _found(text, tokens, names),
        lambda source: _found(source, read(source), names),
        minds=lambda token: token.name in TAGS and token.name not in _OF_TEXT,
    )
    return Literal(text, code_of(text), tokens, pipe=_PIPE).fixed(found)


def _found(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    return chain(
        _Tags(text, names).problems(tokens),
        _unclosed(text, tokens),
        _vanishing(text, tokens, names),
    )


class _Tags:
    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names

    def problems(self, tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
        """Yield what is wrong with tags: their names, blocks and arguments."""
        yield from Blocks(self._text, TAGS, BRANCHES, self._names).problems(tokens)
        spared = commented(tokens)
        for token in tokens:
            if token.kind is TokenKind.TAG and token.closed and not token.closing:
                yield from self._arguments(token, runs=token.start not in spared)

    def _arguments(self, token: Token, *, runs: bool) -> Iterator[TemplateProblem]:
        """Yield what is wrong with a tag; what a comment holds is read, and does not run."""
        wrong = fault(token.name, token.arguments)
        span = Span(token.start, token.end)
        if wrong is not None:
            yield unreadable(self._text, token, wrong)
        elif runs and token.name in _RUNS_INCLUDES and (file := included(token.arguments)):
            where = self._lacks(token.name, file)
            if where:
                kind = ProblemKind.MISSING_INCLUDE
                yield TemplateProblem(kind, span, f"There is no `{file}` {where}")

    def _lacks(self, name: str, file: str) -> str:
        """Return where the *file* is not that the tag *name* includes; "" where it may be."""
        names = self._names
        if name == "include_relative":
            folder = names.folder
            return "beside the article" if folder and not (folder / file).is_file() else ""
        return (
            "in `_includes`"
            if names.files is not None and file.lstrip("/") not in names.files
            else ""
        )


def _unclosed(text: str, tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
    for token in tokens:
        if not token.closed:
            yield unclosed(text, token)


def _vanishing(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    includes = any(token.name in _RUNS_INCLUDES for token in tokens)
    known = names.variables
    own = KNOWN | assigned(tokens) | (known or frozenset())
    sure = known is not None and not (includes and names.files is None)
    spared = commented(tokens)
    for token in tokens:
        if token.kind is not TokenKind.EXPRESSION or not token.closed or token.start in spared:
            continue
        dollar = text[token.start - 1 : token.start] == "$"
        value = lookup(token.arguments, dollar=dollar)
        if value is None or value.name in own or not (sure or value.action or not value.name):
            continue
        yield vanishing(text, token, value.name)
