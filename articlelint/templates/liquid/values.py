"""What an expression of Liquid shows: liquid, ``variable.rb``, ``variable_lookup.rb``.

Whatever is between the braces is taken for a variable; one that is not there shows nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.templates.liquid.markup import QUOTED_FRAGMENT
from articlelint.templates.liquid.tags import EMPTY_STAYS_EMPTY, FILTERS
from articlelint.templates.values import ACTIONS
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.templates.token import Token

_FRAGMENT: Final = regex(QUOTED_FRAGMENT)
_LITERAL: Final = regex(
    r"""["']|\(\S(?:(?!\.\.)\S)*+\.\.\S[^\s)]*+\)|-?\d[\d.]*\Z|(?:nil|null|true|false|blank|empty)\Z"""
)
_SEGMENT: Final = regex(r"\[[^\]]++\]|[\w-]++\??", re.ASCII)
_NAME: Final = regex(r"[\w-]++\??", re.ASCII)
_PIPES: Final = regex(r"\|\s*+(\w*)", re.ASCII)
_ASSIGNED: Final = regex(r"\(?([\w\-]+)", re.ASCII)
KNOWN: Final = frozenset(
    {"content", "forloop", "jekyll", "layout", "page", "paginator", "site", "tablerowloop", "theme"}
)


class Value(NamedTuple):
    """A lookup that may show nothing: the name of its variable, "" where it has none."""

    name: str
    action: bool = False


def lookup(markup: str, *, dollar: bool) -> Value | None:
    """Return the lookup that *markup* is; None where it shows something, or may.

    *dollar* tells that a dollar sign stands before it.
    """
    match = _FRAGMENT.search(markup)
    if match is None:
        return Value("")
    fragment = match[0].strip()
    if _LITERAL.match(fragment):
        return None
    if any(_makes_something(name) for name in _PIPES.findall(markup, match.end())):
        return None
    end = fragment.rfind("]") + 1
    segments = _SEGMENT.search(fragment, 0, end) or _NAME.search(fragment, end)
    if segments is not None and segments[0].startswith("["):
        return None if segments[0][1] in "\"'" or segments[0][1].isalpha() else Value("")
    name = segments[0] if segments else ""
    return Value(name, dollar and name in ACTIONS)


def _makes_something(name: str) -> bool:
    """Tell whether a filter may show something where it was given nothing; unknown ones do not."""
    return name in FILTERS and name not in EMPTY_STAYS_EMPTY


def assigned(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the variables that tags among *tokens* make."""
    found = set()
    for token in tokens:
        if token.name in {"assign", "capture", "for", "tablerow", "increment", "decrement"}:
            match = _ASSIGNED.match(token.arguments)
            if match:
                found.add(match[1].partition(".")[0])
    return frozenset(found)
