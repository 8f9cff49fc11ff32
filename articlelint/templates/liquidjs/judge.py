"""What stops LiquidJS, and what it shows nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import Blocks, full_name
from articlelint.templates.code import code_of
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.liquid.comments import commented
from articlelint.templates.liquid.values import assigned
from articlelint.templates.liquidjs.expression import Reader, Value
from articlelint.templates.liquidjs.tags import (
    BRANCHES,
    EMPTY_STAYS_EMPTY,
    FILTERS,
    TAGS,
    values_of,
)
from articlelint.templates.liquidjs.tokens import read
from articlelint.templates.literal import Literal
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.quotes import with_quotes
from articlelint.templates.token import TokenKind
from articlelint.templates.values import ACTIONS
from articlelint.templates.words import unclosed, unknown_filter, unreadable, vanishing
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.token import Token

_KNOWN: Final = frozenset(
    {"collections", "content", "eleventy", "env", "forloop", "layout", "page", "pagination", "pkg",
     "tablerowloop", "block"}
)  # fmt: skip
_FILES: Final = frozenset({"include", "layout", "render"})
_FILE: Final = regex(r"\s*+([\"'])([^\"'{}]*+)\1")


def problems(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    """Yield what is wrong with *tokens*, each with its fix."""
    found = with_quotes(
        text,
        tokens,
        _Judge(text, names).problems(tokens),
        lambda source: _Judge(source, names).problems(read(source)),
        minds=lambda token: token.name in TAGS and token.name not in {"#", "comment"},
    )
    return Literal(text, code_of(text), tokens).fixed(found)


class _Judge:
    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._variables: frozenset[str] | None = None

    def problems(self, tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
        names = self._names
        blocks = Blocks(self._text, TAGS, BRANCHES, names)
        spared = commented(tokens)
        yield from blocks.problems(token for token in tokens if token.start not in spared)
        if names.variables is not None:
            self._variables = _KNOWN | names.variables | assigned(tokens)
        for token in tokens:
            if not token.closed:
                yield unclosed(self._text, token)
            elif token.start not in spared:
                yield from self._token(token)

    def _token(self, token: Token) -> Iterator[TemplateProblem]:
        try:
            if token.kind is TokenKind.EXPRESSION:
                values = [Reader(token.arguments).filtered_value()]
            else:
                values = values_of(full_name(token), token.arguments)
        except SyntaxFault as fault:
            yield unreadable(self._text, token, str(fault))
            return
        for value in values:
            yield from self._filters(token, value)
        if token.name in _FILES:
            yield from self._file(token, values)
        elif token.kind is TokenKind.EXPRESSION and self._is_nothing(token, values[0]):
            yield vanishing(self._text, token, values[0].root or "")

    def _filters(self, token: Token, value: Value) -> Iterator[TemplateProblem]:
        known = self._names.filters
        for name in value.filters:
            if known is not None and name not in known and name not in FILTERS:
                yield unknown_filter(self._text, token, name, FILTERS | known)

    def _file(self, token: Token, values: list[Value]) -> Iterator[TemplateProblem]:
        span = Span(token.start, token.end)
        if values:
            if self._unknown(values[0].root):
                yield unreadable(self._text, token, "a file name needs quotes")
            return
        match = _FILE.match(token.arguments)
        files = self._names.files
        if match and files is not None and match[2] not in files:
            yield TemplateProblem(
                ProblemKind.MISSING_INCLUDE, span, f"There is no `{match[2]}` to include"
            )

    def _is_nothing(self, token: Token, value: Value) -> bool:
        if value.root is None or not EMPTY_STAYS_EMPTY.issuperset(value.filters):
            return False
        dollar = self._text[token.start - 1 : token.start] == "$"
        return self._unknown(value.root) or (dollar and value.root in ACTIONS)

    def _unknown(self, name: str | None) -> bool:
        return self._variables is not None and name is not None and name not in self._variables
