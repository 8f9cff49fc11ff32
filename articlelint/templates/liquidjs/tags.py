"""The tags and filters of LiquidJS, and what each tag wants: liquidjs 10, ``src/tags``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.blocks import ALONE, TagUse
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.liquidjs.expression import Reader, Value

if TYPE_CHECKING:
    from collections.abc import Callable

_BRANCHES: Final = frozenset({"else", "elsif"})
_IF: Final = TagUse("endif", _BRANCHES, last="else")
BRANCHES: Final = frozenset({"else", "elsif", "when"})

TAGS: Final[dict[str, TagUse]] = {
    "#": ALONE,
    "assign": ALONE,
    "block": TagUse("endblock"),
    "break": ALONE,
    "capture": TagUse("endcapture"),
    "case": TagUse("endcase", frozenset({"else", "when"})),
    "comment": TagUse("endcomment", forgives=True),
    "continue": ALONE,
    "cycle": ALONE,
    "decrement": ALONE,
    "echo": ALONE,
    "for": TagUse("endfor", frozenset({"else"})),
    "if": _IF,
    "include": ALONE,
    "increment": ALONE,
    "layout": ALONE,
    "liquid": ALONE,
    "raw": TagUse("endraw"),
    "render": ALONE,
    "tablerow": TagUse("endtablerow"),
    "unless": TagUse("endunless", _BRANCHES),
}

EMPTY_STAYS_EMPTY: Final = frozenset(
    {"capitalize", "cgi_escape", "date", "date_to_long_string", "date_to_rfc822", "date_to_string",
     "date_to_xmlschema", "downcase", "escape", "escape_once", "first", "last", "lstrip",
     "newline_to_br", "normalize_whitespace", "raw", "remove", "remove_first", "remove_last",
     "replace", "replace_first", "replace_last", "rstrip", "slugify", "squish", "strip",
     "strip_html", "strip_newlines", "upcase", "uri_escape", "url_encode", "xml_escape"}
)  # fmt: skip
"""Filters that make nothing of nothing."""

FILTERS: Final = EMPTY_STAYS_EMPTY | frozenset(
    {"abs", "append", "array_to_sentence_string", "at_least", "at_most", "base64_decode",
     "base64_encode", "ceil", "compact", "concat", "default", "divided_by", "find", "find_exp",
     "find_index", "find_index_exp", "floor", "group_by", "group_by_exp", "has", "has_exp",
     "hmac_sha256", "inspect", "join", "json", "jsonify", "map", "minus", "modulo",
     "number_of_words", "plus", "pop", "prepend", "push", "reject", "reject_exp", "reverse",
     "round", "sample", "sha256", "shift", "size", "slice", "sort", "sort_natural", "split", "sum",
     "times", "to_integer", "truncate", "truncatewords", "uniq", "unshift", "url_decode", "where",
     "where_exp"}
)  # fmt: skip


def values_of(name: str, arguments: str) -> list[Value]:
    """Return the expressions among a tag's arguments; raises SyntaxFault where there is none."""
    check = _CHECKS.get(name)
    return check(Reader(arguments)) if check else []


def _expression(reader: Reader) -> list[Value]:
    return [reader.filtered_value()]


def _echo(reader: Reader) -> list[Value]:
    reader.skip()
    return [reader.filtered_value()] if reader.peek() else []


def _assign(reader: Reader) -> list[Value]:
    if not reader.identifier():
        raise reader.fail("a name")
    reader.skip()
    if reader.peek() != "=":
        raise reader.fail("`=`")
    reader.at += 1
    return [reader.filtered_value()]


def _capture(reader: Reader) -> list[Value]:
    if not reader.identifier() and not reader.value()[0]:
        raise reader.fail("a name")
    return []


def _loop(reader: Reader) -> list[Value]:
    if not (reader.identifier() and reader.identifier() == "in" and reader.value()[0]):
        raise SyntaxFault("it needs `item in list`")
    return []


def _nothing(reader: Reader) -> list[Value]:
    reader.skip()
    if reader.peek():
        raise SyntaxFault("nothing may follow its name")
    return []


def _file(reader: Reader) -> list[Value]:
    reader.skip()
    quoted = reader.peek() in {'"', "'"}
    found, root = reader.value()
    if not found:
        raise SyntaxFault("it names no file")
    return [] if quoted else [Value(root)]


_CHECKS: Final[dict[str, Callable[[Reader], list[Value]]]] = {
    "assign": _assign,
    "capture": _capture,
    "case": _expression,
    "cycle": _expression,
    "echo": _echo,
    "else": _nothing,
    "elsif": _expression,
    "endfor": _nothing,
    "endif": _nothing,
    "for": _loop,
    "if": _expression,
    "include": _file,
    "layout": _file,
    "render": _file,
    "tablerow": _loop,
    "unless": _expression,
}
