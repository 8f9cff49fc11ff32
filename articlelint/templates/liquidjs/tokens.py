"""The tokens of LiquidJS: liquidjs 10, ``parser/tokenizer.ts``."""

from __future__ import annotations

from typing import Final

from articlelint.templates.liquidjs.tags import TAGS
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

_OPENING: Final = regex(r"\{[{%]")
_NAME: Final = regex(r"-?\s*+(#|(?:[\w?-]|(?![“”\s])[^\x00-\x7f])++)\s*+")
_OUTPUT: Final = regex(
    r"\{\{(?:[^\"'}]|\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\}(?!\}))*+\}\}", 16
)
_END_RAW: Final = regex(r"\{%\s*+endraw\b[^{}%]*+%\}")
_LONGEST: Final = 10_000
_BLANK_LINE: Final = regex(r"\n[ \t\r]*+\n")
_ATTEMPTS: Final = 100


def read(text: str) -> list[Token]:
    """Return the tokens of *text*; those too that LiquidJS minds."""
    found: list[Token] = []
    at = failed = 0
    last_tag_end, last_end = text.rfind("%}"), text.rfind("}}")
    while len(found) < MOST and (match := _OPENING.search(text, at)) is not None:
        start = match.start()
        if text[start + 1] == "%":
            token = _tag(text, start, start + 2 <= last_tag_end)
        else:
            token = _output(text, start, start + 2 <= last_end and failed < _ATTEMPTS)
            failed += not token.closed
        found.append(token)
        at = token.end
        if token.name == "raw" and token.closed and not token.closing:
            at = _raw(text, at, found)
    return found


def _tag(text: str, start: int, can_end: bool) -> Token:  # noqa: FBT001 - known by the caller
    end = text.find("%}", start + 2, start + _LONGEST) if can_end else -1
    inner = text[start + 2 : end] if end >= 0 else ""
    match = _NAME.match(inner)
    if match is None or _runs_on(inner, match[1]):
        return Token(TokenKind.TAG, start, start + 2, closed=False)
    name = match[1].removesuffix("-") if match.end() == len(inner) else match[1]
    if not name:
        return Token(TokenKind.TAG, start, start + 2, closed=False)
    arguments = inner[match.end() :].removesuffix("-").rstrip()
    closing = name.startswith("end") and name != "end"
    return Token(TokenKind.TAG, start, end + 2, name[3:] if closing else name, arguments, closing)


def _runs_on(inner: str, name: str) -> bool:
    """Tell whether a tag was ended by another one's end."""
    before = inner.partition("{%")[0]
    if before != inner and not (before.count('"') % 2 or before.count("'") % 2):
        return True
    return name not in TAGS and _BLANK_LINE.search(inner) is not None


def _output(text: str, start: int, can_end: bool) -> Token:  # noqa: FBT001 - likewise
    match = _OUTPUT.match(text, start) if can_end else None
    if match is None:
        return Token(TokenKind.EXPRESSION, start, start + 2, closed=False)
    end = match.end()
    inner = text[start + 2 : end - 2].removeprefix("-").removesuffix("-").strip()
    return Token(TokenKind.EXPRESSION, start, end, "", inner)


def _raw(text: str, at: int, found: list[Token]) -> int:
    """Add what a raw block holds, and its end; return where to go on."""
    match = _END_RAW.search(text, at)
    if match is None:
        found.append(Token(TokenKind.RAW, at, len(text), "raw"))
        return len(text)
    found.append(Token(TokenKind.RAW, at, match.start(), "raw"))
    found.append(Token(TokenKind.TAG, *match.span(), "raw", closing=True))
    return match.end()
