"""What the readers of all sorts of Liquid have in common: tags, and blocks that are not read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final

from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from articlelint.templates.blocks import TagUse

_OPENING: Final = regex(r"\{[{%]")
_LONGEST: Final = 10_000
_BLANK_LINE: Final = regex(r"\n[ \t\r]*+\n")


class LiquidReader(ABC):
    """Finds the tokens of a text."""

    own: ClassVar[Mapping[str, TagUse]]
    """The tags of the language."""
    name: ClassVar[re.Pattern[str]]
    """A tag's name and the blanks around it; the name is its first group."""
    end_raw: ClassVar[re.Pattern[str]]

    def __init__(self, text: str) -> None:
        self._text = text
        self._last_tag_end = text.rfind("%}")
        self._found: list[Token] = []

    def tokens(self) -> list[Token]:
        """Return the tokens, those too that the engine minds."""
        text = self._text
        at = 0
        while len(self._found) < MOST and (match := _OPENING.search(text, at)) is not None:
            start = match.start()
            token = self._tag(start) if text[start + 1] == "%" else self._expression(start)
            self._found.append(token)
            at = token.end
            if token.name == "raw" and token.closed and not token.closing:
                at = self._raw(at)
        return self._found

    def _expression(self, start: int) -> Token:
        """Read the expression that begins at *start*."""
        end = self._end_of_expression(start)
        if end < 0:
            return Token(TokenKind.EXPRESSION, start, start + 2, closed=False)
        inner = self._text[start + 2 : end - 2].removeprefix("-").removesuffix("-").strip()
        return Token(TokenKind.EXPRESSION, start, end, "", inner)

    @abstractmethod
    def _end_of_expression(self, start: int) -> int:
        """Return where the expression ends that begins at *start*; -1 where it does not."""

    def _tag(self, start: int) -> Token:
        can_end = start + 2 <= self._last_tag_end
        end = self._text.find("%}", start + 2, start + _LONGEST) if can_end else -1
        inner = self._text[start + 2 : end] if end >= 0 else ""
        match = self.name.match(inner)
        if match is None or self._runs_on(inner, match[1]):
            return Token(TokenKind.TAG, start, start + 2, closed=False)
        name = match[1].removesuffix("-") if match.end() == len(inner) else match[1]
        if not name:
            return Token(TokenKind.TAG, start, start + 2, closed=False)
        arguments = inner[match.end() :].removesuffix("-").rstrip()
        closing = name.startswith("end") and name != "end"
        kind, name = TokenKind.TAG, name[3:] if closing else name
        return Token(kind, start, end + 2, name, arguments, closing)

    def _runs_on(self, inner: str, name: str) -> bool:
        """Tell whether a tag was ended by another one's end."""
        before = inner.partition("{%")[0]
        if before != inner and not (before.count('"') % 2 or before.count("'") % 2):
            return True
        return name not in self.own and _BLANK_LINE.search(inner) is not None

    def _raw(self, at: int) -> int:
        """Add what a raw block holds, and its end; return where to go on."""
        match = self.end_raw.search(self._text, at)
        if match is None:
            self._found.append(Token(TokenKind.RAW, at, len(self._text), "raw"))
            return len(self._text)
        self._found.append(Token(TokenKind.RAW, at, match.start(), "raw"))
        self._found.append(Token(TokenKind.TAG, *match.span(), "raw", closing=True))
        return match.end()
