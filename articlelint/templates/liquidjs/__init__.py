"""LiquidJS as Eleventy runs it over Markdown, unless told otherwise: https://liquidjs.com/.

It runs over the whole body before any Markdown, code included, and is strict: what it cannot
read stops the build, and so does a filter that it does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.language import Language
from articlelint.templates.liquidjs.tokens import read
from articlelint.templates.tags import ASSIGNING, CODE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["LiquidJs"]


class LiquidJs(Language):
    """LiquidJS inside of Eleventy."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of *text*."""
        return read(text)

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Eleventy, and what LiquidJS shows nothing of."""
        from articlelint.templates.liquidjs.judge import problems

        return problems(text, tokens, names)
