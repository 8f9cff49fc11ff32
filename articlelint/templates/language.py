"""A template language, as the mask and the rules see it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias, cast

from articlelint.templates.model import TemplateSyntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token


class Language(ABC):
    """One template language: how its tokens are found, and what its engine has against them.

    A language is one as an engine runs it: Nunjucks inside of Hexo, which spares code, is another
    than Nunjucks inside of Eleventy. Its functions never raise, and take linear time.
    """

    flowing: ClassVar[bool] = False
    """Whether its tags are words to the Markdown parser, which runs before them."""
    silent: ClassVar[frozenset[str]] = frozenset()
    """Tags that put out nothing themselves, before Markdown is read."""
    takes_front_matter: ClassVar[bool] = False
    """Whether front matter is run, too, as the beginning of the text."""
    hides: ClassVar[frozenset[str]] = frozenset()
    """Blocks of whose content the Markdown parser sees nothing, or not where it stands."""

    def may_stand_in(self, text: str) -> bool:
        """Tell, quickly, whether *text* may have tokens of this language."""
        return _has_delimiter(text)

    @abstractmethod
    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of *text*, in order and apart; those too that are not closed."""

    def problems(
        self,
        text: str,
        tokens: Sequence[Token],
        names: Names,
    ) -> Iterator[TemplateProblem]:
        """Yield what the engine has against *tokens*, which are those of *text*."""
        return iter(())


_CLASSES: Final = {
    TemplateSyntax.ANY: ("unknown", "AnyTags"),
    TemplateSyntax.LIQUID: ("liquid", "Liquid"),
    TemplateSyntax.LIQUIDJS: ("liquidjs", "LiquidJs"),
    TemplateSyntax.NUNJUCKS: ("nunjucks", "Nunjucks"),
    TemplateSyntax.HEXO: ("hexo", "Hexo"),
    TemplateSyntax.HEXO7: ("hexo", "Hexo7"),
    TemplateSyntax.HEXO5: ("hexo", "Hexo5"),
    TemplateSyntax.JINJA: ("jinja", "Jinja"),
    TemplateSyntax.PLAIN_JINJA: ("jinja", "PlainJinja"),
    TemplateSyntax.HUGO: ("hugo", "Hugo"),
    TemplateSyntax.ZOLA: ("zola", "Zola"),
    TemplateSyntax.MDN: ("mdn", "Mdn"),
    TemplateSyntax.VUE: ("vue", "Vue"),
}
"""The module and the class of each language."""


AnyLanguage: TypeAlias = TemplateSyntax | Language
"""A language that is known by name, or one of a generator's own."""


def language_of(syntax: AnyLanguage) -> Language | None:
    """Return what reads a language; None for none."""
    return syntax if isinstance(syntax, Language) else _known(syntax)


@cache
def _known(syntax: TemplateSyntax) -> Language | None:
    if syntax is TemplateSyntax.NONE:
        return None
    module, name = _CLASSES[syntax]
    return cast("Language", getattr(import_module(f"articlelint.templates.{module}"), name)())


def may_have_tokens(text: str, syntax: AnyLanguage) -> bool:
    """Tell, quickly, whether *text* may have tokens of a language, which is not imported for it."""
    return not isinstance(syntax, TemplateSyntax) or _has_delimiter(text)


def _has_delimiter(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


def tokens_of(text: str, syntax: AnyLanguage) -> Sequence[Token]:
    """Return the tokens of *text* in a language; none where it has none."""
    language = language_of(syntax) if may_have_tokens(text, syntax) else None
    return language.tokens(text) if language is not None and language.may_stand_in(text) else ()
