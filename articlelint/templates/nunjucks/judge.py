"""What stops an engine of Nunjucks' or Jinja's kind, and what it shows nothing of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from articlelint.templates.blocks import Blocks, full_name
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.nunjucks import tags
from articlelint.templates.nunjucks.lexer import words
from articlelint.templates.nunjucks.parser import Node, Parser
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.templates.values import ACTIONS
from articlelint.templates.words import (
    idle,
    shown,
    unclosed,
    unknown_filter,
    unreadable,
    vanishing,
)
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articlelint.templates.blocks import TagUse
    from articlelint.templates.names import Names
    from articlelint.templates.token import Token

_FILES: Final = frozenset({"extends", "from", "import", "include"})
_FILE: Final = regex(r"\s*+([\"'])([^\"'\\]++)\1")
_RAW: Final = frozenset({"raw", "verbatim"})
_MADE: Final = regex(r"[^\s,=()]++")
_MAKES: Final = frozenset({"for", "asyncEach", "asyncAll", "set", "macro", "import", "from"})
_UNSURE: Final = frozenset(
    {"if", "ifAsync", "for", "asyncEach", "asyncAll", "macro", "call", "switch"}
)
"""Blocks whose content may never run."""


class Judge:
    """Looks at the tokens of one text."""

    uses: ClassVar[Mapping[str, TagUse]] = tags.TAGS
    branches: ClassVar[frozenset[str]] = tags.BRANCHES
    filters: ClassVar[frozenset[str]] = tags.FILTERS
    globals: ClassVar[frozenset[str]] = tags.GLOBALS

    def __init__(self, text: str, names: Names, *, raw_arguments: bool = False) -> None:
        """Take the arguments of the site's own tags as they come where *raw_arguments*."""
        self._text = text
        self._names = names
        self._raw_arguments = raw_arguments
        self._known: frozenset[str] | None = None
        self._unsure = 0
        self._raw: set[int] = set()

    def problems(self, tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
        """Yield what is wrong with *tokens*, without fixes."""
        names = self._names
        self._raw = {token.start for token in tokens if token.kind is TokenKind.RAW}
        blocks = Blocks(self._text, self.uses, self.branches, names, is_alone=self._is_alone)
        yield from blocks.problems(tokens)
        if names.variables is not None:
            self._known = self.globals | names.variables | _made(tokens)
        for token in tokens:
            if not token.closed:
                yield unclosed(self._text, token)
            elif token.kind in {TokenKind.TAG, TokenKind.EXPRESSION}:
                counts = token.name in _UNSURE
                self._unsure -= counts and token.closing
                yield from self._token(token)
                self._unsure += counts and not token.closing

    def _is_alone(self, token: Token) -> bool:
        assigns = token.name == "set" and not token.closing and "=" in token.arguments
        return assigns or self._is_idle(token)

    def _is_idle(self, token: Token) -> bool:
        """Tell whether a token is a ``raw`` without its end, which does nothing."""
        return token.name in _RAW and not token.closing and token.end not in self._raw

    def _token(self, token: Token) -> Iterator[TemplateProblem]:
        try:
            yield from self._read(token)
        except SyntaxFault as fault:
            yield unreadable(self._text, token, str(fault))

    def _read(self, token: Token) -> Iterator[TemplateProblem]:
        text = self._text
        begin = token.start + 3 if text.startswith("-", token.start + 2) else token.start + 2
        parser = Parser(list(words(text, begin, token.end)))
        node = Node()
        if token.kind is TokenKind.EXPRESSION:
            node = parser.expression()
            parser.end()
        elif not self._tag(token, parser):
            return
        if self._is_idle(token):
            yield idle(token)
        elif self._unsure <= 0:
            yield from self._runtime(token, parser)
        if token.kind is TokenKind.EXPRESSION and self._is_nothing(token, node, parser):
            yield vanishing(text, token, node.root or "")

    def _tag(self, token: Token, parser: Parser) -> bool:
        """Read a tag's arguments; tell whether it is one of which we know what it reads."""
        name = full_name(token)
        if not name:
            raise SyntaxFault("it has no name")
        parser.take()
        if self._is_own(token, name):
            tags.check(name, parser)
            return True
        if self._raw_arguments or token.closing:
            return False
        if name in self._names.blocks or name in (self._names.tags or ()):
            parser.arguments(brackets=False)
            return True
        return False

    def _is_own(self, token: Token, name: str) -> bool:
        """Tell whether a tag is the language's, not the site's."""
        return (
            name in self.uses
            or name in self.branches
            or (token.closing and token.name in self.uses)
        )

    def _runtime(self, token: Token, parser: Parser) -> Iterator[TemplateProblem]:
        """Yield what stops Nunjucks once it runs."""
        yield from self._filters(token, parser)
        for use in parser.calls:
            if self._is_unknown(use.name):
                yield unreadable(self._text, token, f"there is no `{use.name}` to call")
        for name in parser.searched:
            if self._is_unknown(name):
                yield unreadable(self._text, token, f"there is no `{name}` to look into")
        if token.name in _FILES and not token.closing:
            yield from self._file(token)

    def _filters(self, token: Token, parser: Parser) -> Iterator[TemplateProblem]:
        known = self._names.filters
        for use in parser.filters:
            if known is not None and use.name not in known and use.name not in self.filters:
                yield unknown_filter(self._text, token, use.name, self.filters | known)

    def _file(self, token: Token) -> Iterator[TemplateProblem]:
        match = _FILE.match(token.arguments)
        files = self._names.files
        if match is None:
            root = _MADE.match(token.arguments)
            if root and self._is_unknown(root[0].partition(".")[0]):
                yield unreadable(self._text, token, "a file name needs quotes")
        elif (
            files is not None and match[2] not in files and "ignore missing" not in token.arguments
        ):
            yield TemplateProblem(
                ProblemKind.MISSING_INCLUDE,
                Span(token.start, token.end),
                f"There is no `{shown(match[2])}` to include",
            )

    def _is_nothing(self, token: Token, node: Node, parser: Parser) -> bool:
        if node.root is None or any(
            use.name not in tags.EMPTY_STAYS_EMPTY for use in parser.filters
        ):
            return False
        dollar = self._text[token.start - 1 : token.start] == "$"
        return self._is_unknown(node.root) or (dollar and node.root in ACTIONS)

    def _is_unknown(self, name: str) -> bool:
        return self._known is not None and name not in self._known


def _made(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the names that tags give: variables, macros, what is imported."""
    return frozenset(
        name
        for token in tokens
        if token.name in _MAKES and not token.closing
        for name in _MADE.findall(token.arguments)
    )
