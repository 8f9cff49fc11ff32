"""The tokens of Jinja: jinja2 3.1, ``lexer.py``."""

from __future__ import annotations

from typing import Final

from articlelint.templates.jinja.lexer import words
from articlelint.templates.nunjucks.lexer import Kind
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

_OPENING: Final = regex(r"\{[{%#]")
_RAW: Final = regex(r"\{%[-+]?\s*+raw\s*+-?%\}")
_END_RAW: Final = regex(r"\{%[-+]?\s*+endraw\s*+[-+]?%\}")
_ENDS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ATTEMPTS: Final = 25
_LONGEST: Final = 2_000


def read(text: str) -> list[Token]:
    """Return the tokens of *text*; those too that Jinja minds."""
    found: list[Token] = []
    at = failed = 0
    last = {opening: text.rfind(end) for opening, end in _ENDS.items()}
    while len(found) < MOST and (match := _OPENING.search(text, at)) is not None:
        start, opening = match.start(), match[0]
        if opening == "{#":
            end = text.find("#}", start + 2) if start < last["{#"] else -1
            token = Token(TokenKind.COMMENT, start, end + 2 if end >= 0 else start + 2)
            token = token._replace(closed=end >= 0)
        elif raw := _RAW.match(text, start):
            at = _raw(text, start, raw.end(), found)
            continue
        else:
            tries = failed < _ATTEMPTS and start < last[opening]
            token = _token(text, start, opening, tries=tries)
            failed += not token.closed
        found.append(token)
        at = token.end
    return found


def _token(text: str, start: int, opening: str, *, tries: bool) -> Token:
    kind = TokenKind.TAG if opening == "{%" else TokenKind.EXPRESSION
    begin = start + 2 + (text[start + 2 : start + 3] in {"-", "+"})
    limit = min(len(text), start + _LONGEST)
    last = begin
    for word in words(text, begin, limit) if tries else ():
        if word.kind is Kind.END and word.text.endswith(_ENDS[opening]):
            return _read(text, kind, start, begin, word.start, word.end)
        last = word.end
    # What Jinja cannot read has an end all the same, for whoever looks.
    end = _plain_end(text, last, _ENDS[opening], limit) if tries else -1
    if end >= 0:
        return _read(text, kind, start, begin, end - 2, end)
    return Token(kind, start, start + 2, closed=False)


def _plain_end(text: str, at: int, end: str, limit: int) -> int:
    """Return where *end* stands in the same line, before anything else begins; -1 for nowhere."""
    line = text.find("\n", at, limit)
    stop = line if line >= 0 else limit
    found = text.find(end, at, stop)
    begins = min((p for o in ("{{", "{%") if (p := text.find(o, at, stop)) >= 0), default=stop)
    return found + 2 if 0 <= found < begins else -1


def _read(text: str, kind: TokenKind, start: int, begin: int, stop: int, end: int) -> Token:
    inner = text[begin:stop].strip()
    if kind is TokenKind.EXPRESSION:
        return Token(kind, start, end, "", inner)
    word = next(words(inner, 0, len(inner)), None)
    name = word.text if word is not None and word.kind is Kind.SYMBOL else ""
    closing = name.startswith("end") and name != "end"
    arguments = inner[word.end :].strip() if word is not None and name else inner
    return Token(kind, start, end, name[3:] if closing else name, arguments, closing)


def _raw(text: str, start: int, at: int, found: list[Token]) -> int:
    """Add a raw block: its tag, what it holds, its end; return where to go on."""
    found.append(Token(TokenKind.TAG, start, at, "raw"))
    match = _END_RAW.search(text, at)
    stop = match.start() if match else len(text)
    found.append(Token(TokenKind.RAW, at, stop, "raw"))
    if match is None:
        return stop
    found.append(Token(TokenKind.TAG, *match.span(), "raw", closing=True))
    return match.end()
