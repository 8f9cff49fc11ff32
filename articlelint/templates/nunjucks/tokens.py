"""The tokens of Nunjucks: nunjucks 3.2, ``src/lexer.js`` and ``parseRaw``."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.templates.nunjucks.lexer import Kind, end_of, words
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.templates.protected import ProtectedSpans

_DELIMITER: Final = regex(r"\{[{%#]|#\}")
_RAW: Final = {name: regex(rf"\{{%\s*+({name}|end{name})\s*+%\}}") for name in ("raw", "verbatim")}
_ENDS: Final = {"{{": "}}", "{%": "%}"}
_TRIMMED: Final = "-"
_ATTEMPTS: Final = 200
_LONGEST: Final = 4_000


class Reader:
    """Finds the tokens of a text; nothing begins in what is *spared*."""

    def __init__(self, text: str, spared: ProtectedSpans | None = None) -> None:
        self._text = text
        self._spared = spared
        self._failed = 0
        self._raw_marks: dict[str, _RawMarks] = {}
        self._last = {end: text.rfind(end) for end in ("}}", "%}", "#}")}
        self._found: list[Token] = []

    def tokens(self) -> list[Token]:
        """Return the tokens, those too that Nunjucks minds."""
        text = self._text
        at = 0
        while len(self._found) < MOST and (match := _DELIMITER.search(text, at)) is not None:
            start = match.start()
            if self._spared is not None and (beyond := self._spared.beyond(start)):
                at = beyond
                continue
            token = self._token(start, match[0])
            self._found.append(token)
            at = token.end
            if token.name in _RAW and token.closed and not token.closing:
                at = self._raw(token)
        return self._found

    def _token(self, start: int, opening: str) -> Token:
        text = self._text
        if opening == "#}":
            return Token(TokenKind.COMMENT, start, start + 2, closing=True, closed=False)
        if opening == "{#":
            end = text.find("#}", start + 2) if start < self._last["#}"] else -1
            if end < 0:
                return Token(TokenKind.COMMENT, start, start + 2, closed=False)
            return Token(TokenKind.COMMENT, start, end + 2)
        kind = TokenKind.TAG if opening == "{%" else TokenKind.EXPRESSION
        end = self._end(start, _ENDS[opening])
        if end < 0:
            return Token(kind, start, start + 2, closed=False)
        inner = text[start + 2 : end - 2].removeprefix(_TRIMMED).removesuffix(_TRIMMED).strip()
        if kind is TokenKind.EXPRESSION:
            return Token(kind, start, end, "", inner)
        name, _, arguments = inner.partition(" ")
        word = next(words(inner, 0, len(inner)), None)
        name = word.text if word is not None and word.kind is Kind.SYMBOL else ""
        closing = name.startswith("end") and name != "end"
        arguments = inner[word.end :].strip() if word is not None and name else inner
        return Token(kind, start, end, name[3:] if closing else name, arguments, closing)

    def _end(self, start: int, wanted: str) -> int:
        """Return where the token that begins at *start* ends; -1 where it does not."""
        if start > self._last[wanted] or self._failed > _ATTEMPTS:
            return -1
        text = self._text
        begin = start + 3 if text.startswith(_TRIMMED, start + 2) else start + 2
        end = end_of(text, begin, min(len(text), start + _LONGEST))
        if end is not None and end.text.endswith(wanted):
            return end.end
        self._failed += 1
        return -1

    def _raw(self, token: Token) -> int:
        """Add what a raw block holds, and its end; return where to go on."""
        if token.name not in self._raw_marks:
            self._raw_marks[token.name] = _RawMarks(self._text, token.name)
        closed = self._raw_marks[token.name].end(token.end)
        if closed is None:
            return token.end
        held = Token(TokenKind.RAW, token.end, closed[0], token.name)
        self._found += (held, Token(TokenKind.TAG, *closed, token.name, closing=True))
        return closed[1]


class _RawMarks:
    """Where raw blocks of one name begin and end in a text; each counts those within it."""

    def __init__(self, text: str, name: str) -> None:
        marks = list(_RAW[name].finditer(text))
        self._starts = [mark.start() for mark in marks]
        self._ends: list[tuple[int, int] | None] = [None] * len(marks)
        open_at: list[tuple[int, int]] = []  # marks that lie before an end, and their level
        level = 0
        for index, mark in enumerate(marks):
            open_at.append((index, level))
            if mark[1] == name:
                level += 1
                continue
            while open_at and open_at[-1][1] == level:
                self._ends[open_at.pop()[0]] = mark.span()
            level -= 1

    def end(self, at: int) -> tuple[int, int] | None:
        """Return the end of a block whose content begins at *at*; None where it has none."""
        index = bisect_left(self._starts, at)
        return self._ends[index] if index < len(self._ends) else None
