"""The call of a shortcode: zola, ``components/markdown/src/content.pest``."""

from __future__ import annotations

from typing import Final

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

_SPACE: Final = regex(r"[ \t\r\n]*+")
_IDENT: Final = regex(r"[A-Za-z_][A-Za-z0-9_]*+")
_PLAIN: Final = regex(
    r"""true|false|"[^"]*+"|'[^']*+'|`[^`]*+`|-?(?:0|[1-9][0-9]*+)\.[0-9]++|-?(?:0|[1-9][0-9]*+)"""
)
_DEEPEST: Final = 20


class Call(NamedTuple):
    """A shortcode's name, its arguments as they stand, and where its parenthesis closes."""

    name: str
    arguments: str
    end: int


def read_call(text: str, at: int, end: int) -> Call | None:
    """Return the call at *at*, up to behind its parenthesis; None where none can be read."""
    name = _IDENT.match(text, _skip(text, at), end)
    if name is None:
        return None
    at = _skip(text, name.end())
    if not text.startswith("(", at):
        return None
    begin = at = at + 1
    while True:
        at = _skip(text, at)
        if text.startswith(")", at) and at < end:
            return Call(name[0], text[begin:at].strip(), at + 1)
        following = _arguments(text, at, end)
        if following < 0:
            return None
        at = following


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _arguments(text: str, at: int, end: int) -> int:
    """Return where arguments end that commas separate; -1 where the first is none."""
    found = -1
    while True:
        name = _IDENT.match(text, at, end)
        if name is None:
            return found
        at = _skip(text, name.end())
        if not text.startswith("=", at):
            return found
        at = _literal(text, _skip(text, at + 1), end)
        if at < 0:
            return found
        found = at
        at = _skip(text, at)
        if not text.startswith(",", at):
            return found
        at = _skip(text, at + 1)


def _literal(text: str, at: int, end: int, depth: int = 0) -> int:
    if not text.startswith("[", at):
        match = _PLAIN.match(text, at, end)
        return match.end() if match else -1
    at = _skip(text, at + 1)
    while depth < _DEEPEST:
        if text.startswith("]", at) and at < end:
            return at + 1
        at = _literal(text, at, end, depth + 1)
        if at < 0:
            return -1
        at = _skip(text, at)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            return -1
    return -1
