"""Jinja as the plugin mkdocs-macros runs it: https://mkdocs-macros-plugin.readthedocs.io/.

It runs over the whole body before any Markdown, code included. Where it stops, its message
takes the page's place, or the build stops (``on_error_fail``). A variable that is not there is
shown as it stands, braces and all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.jinja.tokens import read
from articlelint.templates.language import Language
from articlelint.templates.tags import ASSIGNING, CODE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["Jinja"]


class Jinja(Language):
    """Jinja inside of mkdocs-macros."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of *text*."""
        return read(text)

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops the plugin."""
        from articlelint.templates.code import code_of
        from articlelint.templates.jinja.judge import JinjaJudge
        from articlelint.templates.literal import Literal

        return Literal(text, code_of(text), tokens).fixed(JinjaJudge(text, names).problems(tokens))
