"""Expressions of JavaScript, as far as it can be told without a parser that they are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = regex(
    r"""[^"'`/{}()\[\]\r\n]++|//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|.""", re.DOTALL
)
_STRINGS: Final = {
    '"': regex(r'"(?:[^"\\\r\n]|\\.)*+("?)', re.DOTALL),
    "'": regex(r"'(?:[^'\\\r\n]|\\.)*+('?)", re.DOTALL),
    "`": regex(r"`(?:[^`\\]|\\.)*+(`?)", re.DOTALL),
}
_BRACE: Final = regex(r"[{}]")
DEPTHS: Final = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}
_WORD: Final = regex(
    r"""(?P<space>\s++|/\*.*?\*/|//[^\n]*+)|(?P<word>[^\W\d][\w$]*+|\$[\w$]*+)|(?P<number>\d[\w.]*+)"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`)|(?P<dots>\.\.\.)"""
    r"""|(?P<sign>=>|\?\.|\+\+|--|[-+*%!~^=<>&|?:]|[,.;/])|(?P<open>[(\[{])|(?P<close>[)\]}])"""
    r"""|(?P<other>.)""",
    16,
)
STATEMENTS: Final = frozenset(
    {"break", "case", "catch", "const", "continue", "debugger", "default", "do", "else", "enum",
     "export", "extends", "finally", "for", "if", "in", "instanceof", "return", "switch", "throw",
     "try", "var", "while", "with"}
)  # fmt: skip
_BEFORE_OPERAND: Final = frozenset(
    {"await", "delete", "in", "instanceof", "new", "of", "typeof", "void", "yield"}
)
_UNSURE: Final = frozenset({"async", "class", "function", "get", "set", "static", "let", "import"})
_FIRST: Final = frozenset("!~+-/<") | {"++", "--"}
_CHAIN: Final = regex(r"\s*([^\W\d][\w$]*|\$[\w$]*)(?:\??\.[^\W\d][\w$]*)*\s*")
_OBJECT: Final = regex(
    r"""\{\s*(?:\}|\.\.\.|\[|/|\*|(?:[\w$]+|"[^"\n]*"|'[^'\n]*')\s*[,:(}]|(?:get|set|async)\s)"""
)
_LIST: Final = regex(
    r"\s*([^\W\d][\w$]*|\$[\w$]*)(?:\.[^\W\d][\w$]*)*(?:\s*(?:\|\|?|&&?|[-,/+*])\s*[\w$.]+)+\s*"
)
_SHORTHAND: Final = regex(r"\s*\{\s*([^\W\d][\w$]*)\s*\}\s*")
_LONGEST: Final = 2_000


def tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where strings, comments, brackets, line endings, and what is between them stand."""
    at = start
    alone = dict.fromkeys(_STRINGS, start)  # up to where no quote of a kind has another
    while at < end:
        token = None
        if (quote := text[at]) in alone and at >= alone[quote]:
            token = _STRINGS[quote].match(text, at, end)
            if token and not token[1]:
                alone[quote] = token.end()
                token = None
        token = token or _TOKEN.match(text, at, end)
        after = token.end() if token else end
        yield at, after
        at = after


def end_of(text: str, start: int, end: int) -> int:
    """Return where the braces close that open at *start*; -1 where they do not before *end*.

    In the text of JSX neither quotes nor slashes mean anything, so that braces alone count there.
    """
    depth = 0
    for at, after in tokens(text, start, end):
        depth += DEPTHS.get(text[at], 0)
        if depth == 0:
            return after
    return _end_by_braces(text, start, end) if "</" in text[start:end] else -1


def _end_by_braces(text: str, start: int, end: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(text, start, end):
        depth += DEPTHS[brace[0]]
        if depth == 0:
            return brace.end()
    return -1


def bare(code: str) -> str:
    """Return *code* with blanks for its strings and comments."""
    return "".join(
        " " * (after - at) if after - at > 1 and code[at] in "\"'`/" else code[at:after]
        for at, after in tokens(code, 0, len(code))
    )


def never_closed(text: str) -> frozenset[int]:
    """Return where the braces stand that no other could close, whatever is between."""
    open_braces: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif open_braces:
            open_braces.pop()
    return frozenset(open_braces)


def fault_of(code: str) -> str:
    """Return why *code* is surely no expression of JavaScript; "" where it may be one."""
    if len(code) > _LONGEST:
        return ""
    if code.lstrip().startswith("{") and _OBJECT.match(code.lstrip()) is None:
        return "a brace within a brace begins an object, and this is not one"
    if code.lstrip().startswith("/") and code.count("/") == 1:
        return "a regular expression is never closed"
    if "<" in code:  # more JSX
        return ""
    return _Expression(code).fault()


def variable_of(code: str) -> str:
    """Return the variable that *code* looks up first, in a mere list of them; "" for none."""
    match = _CHAIN.fullmatch(code) or _SHORTHAND.fullmatch(code) or _LIST.fullmatch(code)
    return match[1] if match else ""


def is_object(code: str) -> bool:
    """Tell whether *code* is an object literal."""
    bare = code.strip()
    return bare.startswith("{") and end_of(bare, 0, len(bare)) == len(bare)


class _Expression:
    """Reads the words of an expression, and minds which may stand beside which."""

    def __init__(self, code: str) -> None:
        self._words = [
            (match.lastgroup or "", match[0])
            for match in _WORD.finditer(code)
            if match.lastgroup != "space"
        ]

    def fault(self) -> str:
        words = self._words
        if not words:
            return ""
        kind, first = words[0]
        if first in STATEMENTS or kind in {"dots", "close"}:
            return f"an expression cannot begin with `{first}`"
        if kind == "sign" and first not in _FIRST:
            return f"an expression cannot begin with `{first}`"
        if any(word in _UNSURE or word == "=>" for _, word in words):
            return ""
        if any(word == "/" for _, word in words):
            return ""  # a regular expression may hold anything
        return next((fault for at in range(len(words)) if (fault := self._at(at))), "")

    def _at(self, at: int) -> str:
        kind, word = self._words[at]
        if word in {'"', "'", "`"}:
            return "a quote is never closed"
        if kind == "other":
            return f"`{word}` has no meaning in JavaScript"
        if word == ";":
            return "a semicolon ends it too early"
        if word == ":" and not any(each in {"?", "{"} for _, each in self._words[:at]):
            return "there is no `?` before its colon"
        is_last = at == len(self._words) - 1
        if is_last and kind == "sign" and word not in {",", "++", "--"}:
            return f"nothing follows its `{word}`"
        if not at:
            return ""
        before_kind, before = self._words[at - 1]
        operand = kind in {"word", "number", "string"} and word not in _BEFORE_OPERAND
        after_operand = (
            before_kind in {"number", "string"}
            or before in {")", "]"}
            or (before_kind == "word" and before not in _BEFORE_OPERAND)
        )
        if operand and after_operand and not (kind == "string" and word[0] == "`"):
            return f"an operator is missing between `{before[:20]}` and `{word[:20]}`"
        return ""
