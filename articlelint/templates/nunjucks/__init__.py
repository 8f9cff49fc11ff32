"""Nunjucks as Eleventy runs it: https://mozilla.github.io/nunjucks/.

It runs over the whole body before any Markdown, code included, and is strict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.language import Language
from articlelint.templates.nunjucks.tokens import Reader
from articlelint.templates.tags import ASSIGNING, CODE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["Nunjucks"]


class Nunjucks(Language):
    """Nunjucks inside of Eleventy."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of *text*."""
        return Reader(text).tokens()

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Eleventy, and what Nunjucks shows nothing of."""
        from articlelint.templates.code import code_of
        from articlelint.templates.literal import Literal
        from articlelint.templates.nunjucks.judge import Judge
        from articlelint.templates.nunjucks.tags import TAGS
        from articlelint.templates.quotes import with_quotes

        found = with_quotes(
            text,
            tokens,
            Judge(text, names).problems(tokens),
            lambda source: Judge(source, names).problems(self.tokens(source)),
            minds=lambda token: token.name in TAGS,
        )
        return Literal(text, code_of(text), tokens).fixed(found)
