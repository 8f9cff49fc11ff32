"""Zola's shortcodes: https://www.getzola.org/documentation/content/shortcodes/.

Zola looks for them before any Markdown, in code too. What is no call of one is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.language import Language
from articlelint.templates.tags import CODE_TAGS
from articlelint.templates.zola.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["Zola"]


class Zola(Language):
    """Shortcodes with a body and without."""

    flowing = True
    hides = CODE_TAGS

    def tokens(self, text: str) -> list[Token]:
        """Return the shortcodes of *text*."""
        return read(text)

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Zola, and what it shows as text though it is meant as a shortcode."""
        from articlelint.templates.zola.judge import problems

        return problems(text, tokens, names)
