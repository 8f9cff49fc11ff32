"""The tags and filters of Jinja: jinja2 3.1, ``parser.py``, ``defaults.py``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import ALONE, TagUse
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.nunjucks import statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.templates.nunjucks.parser import Parser

BRANCHES: Final = frozenset({"elif", "else"})

TAGS: Final[dict[str, TagUse]] = {
    "autoescape": TagUse("endautoescape"),
    "block": TagUse("endblock"),
    "call": TagUse("endcall"),
    "extends": ALONE,
    "filter": TagUse("endfilter"),
    "for": TagUse("endfor", frozenset({"else"}), last="else"),
    "from": ALONE,
    "if": TagUse("endif", frozenset({"elif", "else"}), last="else"),
    "import": ALONE,
    "include": ALONE,
    "macro": TagUse("endmacro"),
    "print": ALONE,
    "raw": TagUse("endraw"),
    "set": TagUse("endset"),
    "with": TagUse("endwith"),
}

FILTERS: Final = frozenset(
    {"abs", "attr", "batch", "capitalize", "center", "count", "d", "default", "dictsort", "e",
     "escape", "filesizeformat", "first", "float", "forceescape", "format", "groupby", "indent",
     "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "pprint",
     "random", "reject", "rejectattr", "replace", "reverse", "round", "safe", "select",
     "selectattr", "slice", "sort", "string", "striptags", "sum", "title", "tojson", "trim",
     "truncate", "unique", "upper", "urlencode", "urlize", "wordcount", "wordwrap", "xmlattr"}
)  # fmt: skip

GLOBALS: Final = frozenset(
    {"caller", "cycler", "dict", "joiner", "kwargs", "lipsum", "loop", "namespace", "range", "self",
     "varargs"}
)  # fmt: skip


def check(name: str, parser: Parser) -> None:
    """Read the arguments of the tag *name*; raises SyntaxFault where Jinja would stop."""
    _CHECKS.get(name, statements.end)(parser)


def _loop(parser: Parser) -> None:
    parser.skip("(")
    parser.name()
    while parser.skip(",") or parser.skip(")") or parser.skip("("):
        if not parser.symbol("in"):
            parser.name()
            continue
        break
    else:
        if not parser.symbol("in"):
            raise SyntaxFault("it needs `item in list`")
    parser.value()
    parser.symbol("recursive")
    statements.end(parser)


def _block(parser: Parser) -> None:
    parser.name()
    while parser.symbol("scoped") or parser.symbol("required"):
        pass
    statements.end(parser)


def _with(parser: Parser) -> None:
    word = parser.peek()
    while word is not None and word.text.isidentifier():
        parser.name()
        if not parser.skip("="):
            raise SyntaxFault("`=` is missing")
        parser.expression()
        parser.skip(",")
        word = parser.peek()
    statements.end(parser)


_CHECKS: Final[dict[str, Callable[[Parser], None]]] = {
    "autoescape": statements.value,
    "block": _block,
    "call": partial(statements.call, of_any=True),
    "elif": statements.value,
    "endblock": statements.end_block,
    "extends": statements.value,
    "filter": partial(statements.filters, many=True),
    "for": _loop,
    "from": statements.import_from,
    "if": statements.value,
    "import": statements.import_as,
    "include": partial(statements.include, context=True),
    "macro": statements.macro,
    "print": statements.value,
    "set": partial(statements.assignment, filtered=True),
    "with": _with,
}
