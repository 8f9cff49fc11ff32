"""Vue's interpolation in Markdown: https://vitepress.dev/guide/using-vue.

Markdown comes first, and what it makes is a template of Vue: inline code is not spared. Fences
are, and so are comments and whatever bears ``v-pre``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.language import Language
from articlelint.templates.vue.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["Vue"]


class Vue(Language):
    """Expressions between braces."""

    def may_stand_in(self, text: str) -> bool:
        """Look for the delimiter."""
        return "{{" in text

    def tokens(self, text: str) -> list[Token]:
        """Return the expressions of *text*."""
        return read(text)

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Vue, and what it shows nothing of."""
        from articlelint.templates.vue.judge import problems

        return problems(text, tokens, names)
