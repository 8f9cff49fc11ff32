"""The tokens of Liquid: liquid, ``tokenizer.rb``, ``block_body.rb``, ``tags/raw.rb``."""

from __future__ import annotations

from typing import Final

from articlelint.templates.liquid.tags import TAGS
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

_OPENING: Final = regex(r"\{[{%]")
_NAME: Final = regex(r"-?\s*+(#|[A-Za-z0-9_]++)\s*+")
_END_RAW: Final = regex(r"\{%-?\s*+endraw\b[^{}%]*+%\}")
_LONGEST: Final = 10_000
_BLANK_LINE: Final = regex(r"\n[ \t\r]*+\n")


def read(text: str) -> list[Token]:
    """Return the tokens of *text*; those too that Liquid minds."""
    found: list[Token] = []
    at = 0
    last_tag_end, last_brace = text.rfind("%}"), text.rfind("}")
    while len(found) < MOST and (match := _OPENING.search(text, at)) is not None:
        start = match.start()
        if text[start + 1] == "%":
            token = _tag(text, start, start + 2 <= last_tag_end)
        else:
            token = _expression(text, start, start + 2 <= last_brace)
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
    name = match[1]
    arguments = inner[match.end() :].removesuffix("-").rstrip()
    closing = name.startswith("end") and name != "end"
    return Token(TokenKind.TAG, start, end + 2, name[3:] if closing else name, arguments, closing)


def _runs_on(inner: str, name: str) -> bool:
    """Tell whether a tag was ended by another one's end."""
    before = inner.partition("{%")[0]
    if before != inner and not (before.count('"') % 2 or before.count("'") % 2):
        return True
    return name not in TAGS and _BLANK_LINE.search(inner) is not None


def _expression(text: str, start: int, can_end: bool) -> Token:  # noqa: FBT001 - likewise
    end = text.find("}", start + 2) if can_end else -1
    if end < 0 or not text.startswith("}}", end):
        return Token(TokenKind.EXPRESSION, start, start + 2, closed=False)
    inner = text[start + 2 : end].removeprefix("-").removesuffix("-").strip()
    return Token(TokenKind.EXPRESSION, start, end + 2, "", inner)


def _raw(text: str, at: int, found: list[Token]) -> int:
    """Add what a raw block holds, and its end; return where to go on."""
    match = _END_RAW.search(text, at)
    if match is None:
        found.append(Token(TokenKind.RAW, at, len(text), "raw"))
        return len(text)
    found.append(Token(TokenKind.RAW, at, match.start(), "raw"))
    found.append(Token(TokenKind.TAG, *match.span(), "raw", closing=True))
    return match.end()
