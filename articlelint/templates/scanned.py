"""Languages whose tags are found and whose engine is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from articlelint.templates.language import Language
from articlelint.templates.model import TemplateSyntax
from articlelint.templates.scanner import Scanner
from articlelint.templates.token import Token, TokenKind

if TYPE_CHECKING:
    from articlelint.templates.tags import Tag


class Scanned(Language):
    """A language that the common scanner reads."""

    syntax: ClassVar[TemplateSyntax]

    def tokens(self, text: str) -> list[Token]:
        """Return the tags of *text* that are complete."""
        return [token for tag in Scanner(text, self.syntax).tags() for token in _tokens(tag)]


def _tokens(tag: Tag) -> list[Token]:
    if tag.silent:
        kind = TokenKind.ESCAPED if tag.output else TokenKind.COMMENT
        return [Token(kind, tag.start, tag.end)]
    kind = TokenKind.EXPRESSION if tag.output else TokenKind.TAG
    token = Token(kind, tag.start, tag.end, tag.name, tag.arguments, tag.closing)
    if not tag.verbatim_end:
        return [token]
    held = Token(TokenKind.RAW, tag.end, tag.content_end, tag.name, hidden=True)
    end = Token(TokenKind.TAG, tag.content_end, tag.verbatim_end, tag.name, closing=True)
    return [token, held, end]


class Liquid(Scanned):
    """Liquid, as any engine runs it."""

    syntax = TemplateSyntax.LIQUID


class Nunjucks(Scanned):
    """Nunjucks, wherever it stands."""

    syntax = TemplateSyntax.NUNJUCKS


class Hexo(Scanned):
    """Nunjucks inside of Hexo."""

    syntax = TemplateSyntax.HEXO


class Mdn(Scanned):
    """MDN's macros."""

    flowing = True
    syntax = TemplateSyntax.MDN
