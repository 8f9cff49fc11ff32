"""What Liquid's tags want behind their names: liquid and jekyll, ``tags/``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

QUOTED_FRAGMENT: Final = r"""(?:"[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+)"""
_FRAGMENT: Final = regex(QUOTED_FRAGMENT)
_CONDITION: Final = regex(rf"\s*({QUOTED_FRAGMENT})\s*([=!<>a-z_]+)?")
_OPERATORS: Final = frozenset(
    {None, "==", "!=", "<>", "<", ">", "<=", ">=", "contains", "and", "or"}
)
_FOR: Final = regex(rf"[\w-]+\s+in\s+{QUOTED_FRAGMENT}", re.ASCII)
_TABLEROW: Final = regex(rf"(?<!\w)\w++\s++in\s++{QUOTED_FRAGMENT}", re.ASCII)
_ASSIGN: Final = regex(r"[\w\-.\[\]]\)?\s*=", re.ASCII)
_CAPTURE: Final = regex(r"[\w\-.\[\]]", re.ASCII)
_HIGHLIGHT: Final = regex(
    r'^[a-zA-Z0-9.+#_-]+(?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*$', re.ASCII | re.MULTILINE
)
_DYNAMIC: Final = regex(r"\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}", re.ASCII | re.DOTALL)
_PARAMETERS: Final = regex(
    r"""(?:[\w-]+\s*=\s*(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|[\w.-]+)(?=\s|\Z)\s*)*+""",
    re.ASCII | re.DOTALL,
)
_FILE: Final = regex(r"[\w/.\-()+~#@]+", re.ASCII)
_ODD_PATH: Final = regex(r"[./]{2,}")
_LONGEST: Final = 2_000


def fault(name: str, arguments: str) -> str | None:
    """Return what stops the build in the arguments of the tag *name*; None for nothing."""
    check = _CHECKS.get(name)
    return check(arguments) if check and len(arguments) < _LONGEST else None


def included(arguments: str) -> str | None:
    """Return the file that an ``include`` names; None where an expression does."""
    if _is_dynamic(arguments):
        return None
    words = arguments.split(None, 1)
    return words[0] if words else ""


def _is_dynamic(arguments: str) -> bool:
    """Tell whether an expression stands in *arguments*."""
    return _DYNAMIC.search(arguments, 0, arguments.rfind("}}") + 2) is not None


def _condition(arguments: str) -> str | None:
    match = _CONDITION.search(arguments)
    if match is None:
        return "it has no condition"
    if match[2] not in _OPERATORS:
        return f"`{match[2]}` is not an operator"
    return None


def _loop(arguments: str) -> str | None:
    return None if _FOR.match(arguments) else "it needs `item in list`"


def _table(arguments: str) -> str | None:
    return None if _TABLEROW.search(arguments) else "it needs `item in list`"


def _assign(arguments: str) -> str | None:
    return None if _ASSIGN.search(arguments) else "it needs `name = value`"


def _capture(arguments: str) -> str | None:
    return None if _CAPTURE.search(arguments) else "it needs a name"


def _case(arguments: str) -> str | None:
    return None if _FRAGMENT.search(arguments) else "it has no value"


def _highlight(arguments: str) -> str | None:
    return None if _HIGHLIGHT.search(arguments.strip()) else "it needs a language"


def _page(arguments: str) -> str | None:
    return None if arguments.strip() else "it names no page"


def _nothing(arguments: str) -> str | None:
    return "nothing may follow its name" if arguments.strip() else None


def _include(arguments: str) -> str | None:
    if _is_dynamic(arguments):
        return None
    words = arguments.split(None, 1)
    if not words:
        return "it names no file"
    file, parameters = words[0], words[1] if len(words) > 1 else ""
    if not _FILE.fullmatch(file) or _ODD_PATH.search(file):
        unquoted = "; Jekyll needs it without quotes" if file[0] in "\"'" else ""
        return f"{file} is not a file name{unquoted}"
    match = _PARAMETERS.match(parameters)
    at = match.end() if match else 0
    if at == len(parameters):
        return None
    wrong = parameters[at:].split()[0]
    return f'`{wrong}` is not a parameter (`name="value"`)'


_CHECKS: Final[dict[str, Callable[[str], str | None]]] = {
    "assign": _assign,
    "capture": _capture,
    "case": _case,
    "cycle": _case,
    "elsif": _condition,
    "for": _loop,
    "highlight": _highlight,
    "if": _condition,
    "include": _include,
    "include_relative": _include,
    "link": _page,
    "post_url": _page,
    "raw": _nothing,
    "tablerow": _table,
    "unless": _condition,
    "when": _case,
}
