"""The tags and filters of Nunjucks: nunjucks 3.2, ``src/parser.js``, ``src/filters.js``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import ALONE, TagUse
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.nunjucks.lexer import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.templates.nunjucks.parser import Parser

_IF: Final = TagUse("endif", frozenset({"elif", "elseif", "else"}), last="else")
BRANCHES: Final = frozenset({"elif", "elseif", "else", "case", "default"})

TAGS: Final[dict[str, TagUse]] = {
    "asyncAll": TagUse("endall", frozenset({"else"}), last="else"),
    "asyncEach": TagUse("endeach", frozenset({"else"}), last="else"),
    "block": TagUse("endblock"),
    "call": TagUse("endcall"),
    "extends": ALONE,
    "filter": TagUse("endfilter"),
    "for": TagUse("endfor", frozenset({"else"}), last="else"),
    "from": ALONE,
    "if": _IF,
    "ifAsync": _IF,
    "import": ALONE,
    "include": ALONE,
    "macro": TagUse("endmacro"),
    "raw": TagUse("endraw"),
    "set": TagUse("endset"),
    "switch": TagUse("endswitch", frozenset({"case", "default"}), last="default"),
    "verbatim": TagUse("endverbatim"),
}

EMPTY_STAYS_EMPTY: Final = frozenset(
    {"capitalize", "center", "e", "escape", "forceescape", "indent", "lower", "nl2br", "replace",
     "safe", "striptags", "string", "title", "trim", "truncate", "upper", "urlencode"}
)  # fmt: skip
"""Filters that make nothing of nothing."""

FILTERS: Final = EMPTY_STAYS_EMPTY | frozenset(
    {"abs", "batch", "d", "default", "dictsort", "dump", "first", "float", "groupby", "int",
     "join", "last", "length", "list", "random", "reject", "rejectattr", "reverse", "round",
     "select", "selectattr", "slice", "sort", "sum", "urlize", "wordcount"}
)  # fmt: skip

GLOBALS: Final = frozenset({"caller", "cycler", "joiner", "loop", "range"})


def check(name: str, parser: Parser) -> None:
    """Read the arguments of the tag *name*; raises SyntaxFault where Nunjucks would stop."""
    _CHECKS.get(name, _end)(parser)


def _end(parser: Parser) -> None:
    parser.end("the end of the tag")


def _expression(parser: Parser) -> None:
    parser.expression()
    _end(parser)


def _loop(parser: Parser) -> None:
    if not parser.primary().plain:
        raise SyntaxFault("it wants `item in list`")
    while parser.skip(","):
        parser.primary()
    if not parser.symbol("in"):
        raise SyntaxFault("it wants `item in list`")
    _expression(parser)


def _block(parser: Parser) -> None:
    if not parser.primary().plain:
        raise SyntaxFault("it wants a name")
    _end(parser)


def _end_block(parser: Parser) -> None:
    word = parser.peek()
    if word is not None and word.kind is Kind.SYMBOL:
        parser.take()
    _end(parser)


def _include(parser: Parser) -> None:
    parser.expression()
    if parser.symbol("ignore"):
        parser.symbol("missing")
    _end(parser)


def _set(parser: Parser) -> None:
    parser.primary()
    while parser.skip(","):
        parser.primary()
    if parser.skip("="):
        parser.expression()
    _end(parser)


def _macro(parser: Parser) -> None:
    parser.primary(postfix=False)
    parser.arguments()
    _end(parser)


def _call(parser: Parser) -> None:
    word = parser.peek()
    if word is not None and word.text == "(":
        parser.arguments()
    parser.primary()
    _end(parser)


def _filter(parser: Parser) -> None:
    parser.filter_name()
    _end(parser)


def _import(parser: Parser) -> None:
    parser.expression()
    if not parser.symbol("as"):
        raise SyntaxFault("`as` is missing")
    parser.expression()
    _context(parser)
    _end(parser)


def _from(parser: Parser) -> None:
    parser.expression()
    if not parser.symbol("import"):
        raise SyntaxFault("`import` is missing")
    parser.primary()
    while True:
        if parser.symbol("as"):
            parser.primary()
        _context(parser)
        if not parser.skip(","):
            break
        parser.primary()
    _end(parser)


def _context(parser: Parser) -> None:
    if (parser.symbol("with") or parser.symbol("without")) and not parser.symbol("context"):
        raise SyntaxFault("`context` is missing")


_CHECKS: Final[dict[str, Callable[[Parser], None]]] = {
    "asyncAll": _loop,
    "asyncEach": _loop,
    "block": _block,
    "call": _call,
    "case": _expression,
    "elif": _expression,
    "elseif": _expression,
    "endblock": _end_block,
    "extends": _expression,
    "filter": _filter,
    "for": _loop,
    "from": _from,
    "if": _expression,
    "ifAsync": _expression,
    "import": _import,
    "include": _include,
    "macro": _macro,
    "set": _set,
    "switch": _expression,
}
