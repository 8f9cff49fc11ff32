"""The shortcodes of a text, those too that Zola minds."""

from __future__ import annotations

from typing import Final

from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.templates.zola.call import read_call
from articlelint.text.regex import regex

_OPENING: Final = regex(r"\{[{%](?=(?:/\*)?[ \t\r\n]*+[A-Za-z_])")
_END: Final = regex(r"\{%[ \t\r\n]*+end[ \t\r\n]*+%\}")
_ESCAPED_END: Final = regex(r"\{%/\*[ \t\r\n]*+end[ \t\r\n]*+\*/%\}")
_LIKE_A_CALL: Final = regex(r"[ \t]*+([A-Za-z_]\w*+)[ \t]*+\(")
_CLOSERS: Final = {"{": "}}", "%": "%}"}
_LONGEST: Final = 10_000


def read(text: str) -> list[Token]:
    """Return the tokens of *text* in order; what is no shortcode is text.

    A block that is escaped and not closed, an end that is, and what only looks like a call are
    not *closed*.
    """
    found: list[Token] = []
    at = 0
    last_escaped = max((match.start() for match in _ESCAPED_END.finditer(text)), default=-1)
    while len(found) < MOST and (match := _OPENING.search(text, at)) is not None:
        start, inner = match.span()
        closer = _CLOSERS[text[start + 1]]
        if ending := _END.match(text, start):
            found.append(Token(TokenKind.TAG, start, ending.end(), closing=True))
            at = ending.end()
            continue
        if ending := _ESCAPED_END.match(text, start):
            escaped = Token(TokenKind.ESCAPED, start, ending.end(), closing=True, closed=False)
            found.append(escaped)
            at = ending.end()
            continue
        escaped_call = text.startswith("/*", inner)
        closer = f"*/{closer}" if escaped_call else closer
        call = read_call(text, inner + 2 * escaped_call, min(len(text), start + _LONGEST))
        end = _closed(text, call.end, closer) if call else -1
        if call is None or end < 0:
            at = start + 1
            if like := _LIKE_A_CALL.match(text, inner):
                kind = TokenKind.TAG if text[start + 1] == "%" else TokenKind.EXPRESSION
                found.append(Token(kind, start, inner, like[1], closed=False))
                at = inner
            continue
        at = end
        block = text[start + 1] == "%"
        if not escaped_call:
            kind = TokenKind.TAG if block else TokenKind.EXPRESSION
            found.append(Token(kind, start, end, call.name, call.arguments))
        elif not block:
            found.append(Token(TokenKind.ESCAPED, start, end, call.name))
        elif start < last_escaped:
            found.append(Token(TokenKind.ESCAPED, start, end, call.name))
            ending = _ESCAPED_END.search(text, end)
            if ending is not None:
                found.append(Token(TokenKind.RAW, end, ending.start()))
                found.append(Token(TokenKind.ESCAPED, *ending.span()))
                at = ending.end()
        else:
            found.append(Token(TokenKind.ESCAPED, start, end, call.name, closed=False))
    return found


def _closed(text: str, at: int, closer: str) -> int:
    """Return where *closer* ends if it is all that stands there; -1 otherwise."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at + len(closer) if text.startswith(closer, at) else -1
