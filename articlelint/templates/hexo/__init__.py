"""Nunjucks as Hexo runs it over posts: https://hexo.io/docs/tag-plugins.

Markdown comes first, and code is spared; but what a block tag holds is no Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from articlelint.templates.hexo.spared import handed
from articlelint.templates.language import Language
from articlelint.templates.nunjucks.tokens import Reader
from articlelint.templates.tags import ASSIGNING, CODE_TAGS
from articlelint.templates.token import Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem

__all__ = ["Hexo", "Hexo5", "Hexo7"]


class Hexo(Language):
    """Nunjucks inside of Hexo 8."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}
    before_8: ClassVar[bool] = False
    swallows: ClassVar[bool] = False

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of *text*; what the rest of the page is lost in is the last."""
        seen = handed(text, before_8=self.before_8, swallows=self.swallows)
        if not seen.runs:
            return []
        tokens = Reader(text, seen.spared).tokens()
        if seen.lost >= 0:
            tokens = [token for token in tokens if token.start < seen.lost]
            kind = _KINDS[text[seen.lost + 1]]
            tokens.append(Token(kind, seen.lost, seen.lost + 2, closed=False))
        return [
            token._replace(hidden=True) if token.kind is TokenKind.RAW else token
            for token in tokens
        ]

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Hexo, what is lost, and what Nunjucks shows nothing of."""
        from articlelint.templates.hexo.judge import problems

        seen = None
        if tokens and not tokens[-1].closed:
            seen = handed(text, before_8=self.before_8, swallows=self.swallows)
        return problems(text, tokens, names, seen)


class Hexo7(Hexo):
    """Nunjucks inside of Hexo 6 and 7."""

    before_8 = True
    swallows = True


class Hexo5(Hexo):
    """Nunjucks inside of Hexo before 6."""

    before_8 = True


_KINDS = {"{": TokenKind.EXPRESSION, "%": TokenKind.TAG, "#": TokenKind.COMMENT}
