"""The tags and filters of Jinja: jinja2 3.1, ``parser.py``, ``defaults.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import ALONE, TagUse
from articlelint.templates.fault import SyntaxFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.templates.jinja.parser import JinjaParser

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


def check(name: str, parser: JinjaParser) -> None:
    """Read the arguments of the tag *name*; raises SyntaxFault where Jinja would stop."""
    _CHECKS.get(name, _end)(parser)


def _end(parser: JinjaParser) -> None:
    parser.end("the end of the tag")


def _expression(parser: JinjaParser) -> None:
    parser.tuple()
    _end(parser)


def _loop(parser: JinjaParser) -> None:
    parser.skip("(")
    parser.name()
    while parser.skip(",") or parser.skip(")") or parser.skip("("):
        if not parser.symbol("in"):
            parser.name()
            continue
        break
    else:
        if not parser.symbol("in"):
            raise SyntaxFault("it wants `item in list`")
    parser.tuple()
    parser.symbol("recursive")
    _end(parser)


def _block(parser: JinjaParser) -> None:
    parser.name()
    while parser.symbol("scoped") or parser.symbol("required"):
        pass
    _end(parser)


def _end_block(parser: JinjaParser) -> None:
    word = parser.peek()
    if word is not None and word.text.isidentifier():
        parser.take()
    _end(parser)


def _include(parser: JinjaParser) -> None:
    parser.expression()
    if parser.symbol("ignore"):
        parser.symbol("missing")
    _context(parser)
    _end(parser)


def _set(parser: JinjaParser) -> None:
    parser.primary()
    while parser.skip(","):
        parser.primary()
    if parser.skip("="):
        parser.tuple()
    while parser.skip("|"):
        parser.filter_name()
    _end(parser)


def _with(parser: JinjaParser) -> None:
    word = parser.peek()
    while word is not None and word.text.isidentifier():
        parser.name()
        if not parser.skip("="):
            raise SyntaxFault("`=` is missing")
        parser.expression()
        parser.skip(",")
        word = parser.peek()
    _end(parser)


def _macro(parser: JinjaParser) -> None:
    parser.name()
    parser.arguments()
    _end(parser)


def _call(parser: JinjaParser) -> None:
    word = parser.peek()
    if word is not None and word.text == "(":
        parser.arguments()
    parser.expression()
    _end(parser)


def _filter(parser: JinjaParser) -> None:
    parser.filter_name()
    while parser.skip("|"):
        parser.filter_name()
    _end(parser)


def _import(parser: JinjaParser) -> None:
    parser.expression()
    if not parser.symbol("as"):
        raise SyntaxFault("`as` is missing")
    parser.name()
    _context(parser)
    _end(parser)


def _from(parser: JinjaParser) -> None:
    parser.expression()
    if not parser.symbol("import"):
        raise SyntaxFault("`import` is missing")
    parser.name()
    while True:
        if parser.symbol("as"):
            parser.name()
        _context(parser)
        if not parser.skip(","):
            break
        parser.name()
    _end(parser)


def _context(parser: JinjaParser) -> None:
    if parser.symbol("with") or parser.symbol("without"):
        parser.symbol("context")


_CHECKS: Final[dict[str, Callable[[JinjaParser], None]]] = {
    "autoescape": _expression,
    "block": _block,
    "call": _call,
    "elif": _expression,
    "endblock": _end_block,
    "extends": _expression,
    "filter": _filter,
    "for": _loop,
    "from": _from,
    "if": _expression,
    "import": _import,
    "include": _include,
    "macro": _macro,
    "print": _expression,
    "set": _set,
    "with": _with,
}
