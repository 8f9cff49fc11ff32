"""Jinja as plugins run it, over the whole body before any Markdown, code included.

Where mkdocs-macros (https://mkdocs-macros-plugin.readthedocs.io/) stops, its message takes the
page's place, or the build stops (``on_error_fail``); a variable that is not there is shown as it
stands, braces and all. Where Pelican's jinja2content stops, the article is left out; a variable
that is not there shows nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from articlelint.templates.jinja.tokens import read
from articlelint.templates.language import Language
from articlelint.templates.tags import ASSIGNING, CODE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

__all__ = ["Jinja", "PlainJinja"]


class Jinja(Language):
    """Jinja inside of mkdocs-macros."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}
    shows_unknown: ClassVar[bool] = True

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
        from articlelint.templates.quotes import with_quotes

        def judge(source: str, tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
            judge = JinjaJudge(source, names, shows_unknown=self.shows_unknown)
            return judge.problems(tokens)

        found = with_quotes(
            text, tokens, judge(text, tokens), lambda source: judge(source, read(source))
        )
        return Literal(text, code_of(text), tokens).fixed(found)


class PlainJinja(Jinja):
    """Jinja inside of Pelican's jinja2content, as it is by default."""

    takes_front_matter = True
    shows_unknown = False
