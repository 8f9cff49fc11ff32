"""Liquid as Jekyll runs it: https://shopify.github.io/liquid/.

Jekyll runs it over the whole body before any Markdown: code is not spared. What its strict
grammar refuses it parses by a lax one, so that few expressions stop it; many vanish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.language import Language
from articlelint.templates.liquid.tokens import read
from articlelint.templates.tags import ASSIGNING, CODE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["Liquid"]


class Liquid(Language):
    """Liquid inside of Jekyll."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}
    silent = frozenset({"raw", "endraw", "if", "endif", "unless", "endunless", "assign"})

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of *text*."""
        return read(text)

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Jekyll, and what it takes for an expression and shows nothing of."""
        from articlelint.templates.liquid.judge import problems

        return problems(text, tokens, names)
