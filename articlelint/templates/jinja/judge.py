"""What stops Jinja, and what it shows nothing of, unless it shows what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.blocks import full_name
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.jinja import tags
from articlelint.templates.jinja.lexer import words
from articlelint.templates.jinja.parser import JinjaParser
from articlelint.templates.nunjucks.judge import Judge
from articlelint.templates.nunjucks.parser import Node
from articlelint.templates.token import TokenKind
from articlelint.templates.words import unreadable, vanishing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token


class JinjaJudge(Judge):
    """Looks at the tokens of one text of Jinja."""

    uses = tags.TAGS
    branches = tags.BRANCHES
    filters = tags.FILTERS
    globals = tags.GLOBALS

    def __init__(self, text: str, names: Names, *, shows_unknown: bool) -> None:
        """Tell of what shows nothing, unless the engine *shows_unknown* variables as they stand."""
        super().__init__(text, names)
        self._shows_unknown = shows_unknown

    def _is_idle(self, token: Token) -> bool:
        del token
        return False  # Jinja minds a raw block without its end

    def _read(self, token: Token) -> Iterator[TemplateProblem]:
        text = self._text
        begin = token.start + 2 + (text[token.start + 2] in "-+")
        parser = JinjaParser(list(words(text, begin, token.end)))
        node = Node()
        if token.kind is TokenKind.EXPRESSION:
            node = parser.value()
            parser.end()
        else:
            name = full_name(token)
            if not name:
                raise SyntaxFault("it has no name")
            if not self._is_own(token, name):
                return
            parser.take()
            tags.check(name, parser)
        yield from self._filters(token, parser)
        if self._unsure <= 0:
            yield from self._undefined(token, parser)
        if not self._shows_unknown and self._is_nothing(token, node, parser):
            yield vanishing(text, token, node.root or "")

    def _undefined(self, token: Token, parser: JinjaParser) -> Iterator[TemplateProblem]:
        """Yield the first variable that is not there, though something is wanted of it."""
        for use in [*parser.inside, *parser.calls]:
            if self._is_unknown(use.name):
                yield unreadable(self._text, token, f"there is no variable `{use.name}`")
                return
        if token.name in {"extends", "include", "import", "from"} and not token.closing:
            yield from self._file(token)
