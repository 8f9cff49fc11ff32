"""The shortcodes of a text, those too that Hugo minds: hugo, ``pagelexer.go``."""

from __future__ import annotations

from typing import Final

from articlelint.named_tuple import NamedTuple
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.hugo.lexer import Lexer, Parameter
from articlelint.templates.token import MOST, TokenKind
from articlelint.text.regex import regex

_OPENING: Final = regex(r"\{\{[<%]")
_STOPS: Final = regex(r"\{\{[<%]|\n[ \t\r]*+\n|^[ \t]*+(?:```|~~~)", 8)  # MULTILINE
_CLOSERS: Final = {"<": ">}}", "%": "%}}"}
_LONGEST: Final = 5_000
_ATTEMPTS: Final = 25


class Action(NamedTuple):
    """One shortcode, its delimiters included.

    *fault* says why Hugo cannot read it. One that is not *closed* has no end in its paragraph.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    closing: bool = False
    alone: bool = False
    parameters: tuple[Parameter, ...] = ()
    fault: str = ""
    closed: bool = True


def read(text: str) -> list[Action]:
    """Return the shortcodes of *text* in order; what a comment or inline one holds is none."""
    found: list[Action] = []
    lexer = Lexer(text)
    at = failed = 0
    idle: set[str] = set()  # inline shortcodes that are not closed
    last_comment = text.rfind("*/")
    while len(found) < MOST and (match := _OPENING.search(text, at)) is not None:
        start, inner = match.span()
        closer = _CLOSERS[text[inner - 1]]
        if text.startswith("/*", inner):
            action = _comment(text, start, inner, closer if inner < last_comment else "")
        else:
            action = _shortcode(text, start, closer, lexer, tries=failed < _ATTEMPTS)
            failed += bool(action.fault)
        found.append(action)
        at = action.end
        is_inline = action.name.endswith(".inline") and action.name not in idle
        if is_inline and not (action.alone or action.closing):
            at = _inline(text, action, found)
            if at == action.end:
                idle.add(action.name)
    return found


def _comment(text: str, start: int, inner: int, closer: str) -> Action:
    end = text.find(f"*/{closer}", inner + 2) if closer else -1
    if end < 0:
        fault = "the comment is never closed"
        return Action(TokenKind.ESCAPED, start, inner, fault=fault, closed=False)
    return Action(TokenKind.ESCAPED, start, end + 5)


def _shortcode(text: str, start: int, closer: str, lexer: Lexer, *, tries: bool) -> Action:
    inner = start + 3
    limit = min(len(text), start + _LONGEST) if tries else inner
    try:
        code = lexer.read(inner, closer, limit)
    except SyntaxFault as fault:
        end = _plain_end(text, inner, closer) if tries else -1
        why, name = str(fault), lexer.name
        closing = text[inner : inner + 9].lstrip().startswith("/")
        if end < 0:
            return Action(TokenKind.TAG, start, inner, name, closing, fault=why, closed=False)
        return Action(TokenKind.TAG, start, end + 3, name, closing, fault=why)
    return Action(
        TokenKind.TAG, start, code.end + 3, code.name, code.closing, code.alone, code.parameters
    )


def _plain_end(text: str, at: int, closer: str) -> int:
    """Return where *closer* stands in the same paragraph, before anything else begins; or -1."""
    stop = _STOPS.search(text, at)
    return text.find(closer, at, stop.start() if stop else len(text))


def _inline(text: str, action: Action, found: list[Action]) -> int:
    """Add what an inline shortcode holds; return where to go on."""
    name = action.name.replace(".", r"\.")
    match = regex(rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}").search(text, action.end)
    if match is None:
        return action.end
    found.append(Action(TokenKind.RAW, action.end, match.start(), action.name))
    return match.start()
