"""The tags and filters of Nunjucks: nunjucks 3.2, ``src/parser.js``, ``src/filters.js``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import ALONE, TagUse
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.nunjucks import statements

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
    _CHECKS.get(name, statements.end)(parser)


def _loop(parser: Parser) -> None:
    if not parser.primary().plain:
        raise SyntaxFault("it needs `item in list`")
    while parser.skip(","):
        parser.primary()
    if not parser.symbol("in"):
        raise SyntaxFault("it needs `item in list`")
    statements.value(parser)


def _block(parser: Parser) -> None:
    if not parser.primary().plain:
        raise SyntaxFault("it needs a name")
    statements.end(parser)


_CHECKS: Final[dict[str, Callable[[Parser], None]]] = {
    "asyncAll": _loop,
    "asyncEach": _loop,
    "block": _block,
    "call": statements.call,
    "case": statements.value,
    "elif": statements.value,
    "elseif": statements.value,
    "endblock": statements.end_block,
    "extends": statements.value,
    "filter": statements.filters,
    "for": _loop,
    "from": statements.import_from,
    "if": statements.value,
    "ifAsync": statements.value,
    "import": statements.import_as,
    "include": statements.include,
    "macro": statements.macro,
    "set": statements.assignment,
    "switch": statements.value,
}
