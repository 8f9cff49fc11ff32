"""What JavaScript of an Eleventy site gives for ``permalink``, as far as it is written there.

https://www.11ty.dev/docs/permalinks/, https://www.11ty.dev/docs/data-js/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSEEN: Final = "-"
"""What is given where no page is written."""
_BRACKET: Final = regex(r"[()\[\]{}]")
_WORD: Final = regex(r"(?<![\w.])permalink\b(?!\s*[),\]}])")
_KEY: Final = regex(r"""(?<![\w.$])["']?permalink["']?\s*(?P<sign>:|=(?![=>])|\()""")
_LITERAL: Final = r"""(?:"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\]*`)"""
_FUNCTION: Final = regex(
    r"\s*+(?:async\s++)?(?:function\b\s*+\w*+\s*+\([^()]*+\)|(?:\w++|\([^()]*+\))\s*+=>)\s*+"
)
_END: Final = regex(rf"(?:{_LITERAL}|[^,;\n\"'`}})])*+")
_RETURN: Final = regex(rf"\breturn\b[ \t]*((?:{_LITERAL}|[^;\n\"'`}}])*+)")
_CHOICE: Final = regex(rf"[^?\"'`]*\?(?P<one>\s*{_LITERAL}|[^:\"'`?]*):(?P<other>.*)")
_WHOLE: Final = regex(
    rf"(?P<quoted>{_LITERAL})|(?P<none>false)|(?P<before>{{}}|undefined||[\w$]+(?:\.page)?\.permalink)"
)
_PAGE: Final = regex(r"\$\{\s*(?:\w+\.)?page\.(fileSlug|filePathStem)\s*\}")


def call(source: str, start: int) -> str:
    """Return what stands in the bracket that is open at *start*, as far as brackets tell."""
    depth = 1
    for match in _BRACKET.finditer(source, start):
        depth += 1 if match[0] in "([{" else -1
        if not depth:
            return source[start : match.start()]
    return source[start:]


def permalinks(code: str) -> frozenset[str] | None:
    """Return what *code*, without comments, gives; None where that cannot be told.

    UNSEEN is given where no page is written, "" what it would be without the code.
    """
    if len(_WORD.findall(code)) != 1 or (key := _KEY.search(code)) is None:
        return None
    found = {_value(each.strip()) for each in _given(code, key["sign"], key.end())}
    return frozenset(each for each in found if each is not None) if None not in found else None


def _given(code: str, sign: str, start: int) -> Iterator[str]:
    """Yield the expressions that are given."""
    if sign == "(":  # permalink(data) { ... }
        start += len(call(code, start)) + 1
    elif (function := _FUNCTION.match(code, start)) is not None:
        start = function.end()
    body = code[start:].lstrip()
    if sign != "(" and not body.startswith("{"):
        found = _END.match(body)
        yield from _choices(found[0] if found is not None else body)
        return
    at = code.find("{", start)
    block = call(code, at + 1) if at >= 0 else ""
    returns = _RETURN.findall(block)
    for each in returns:
        yield from _choices(each)
    if not returns:
        yield "?"


def _choices(expression: str) -> Iterator[str]:
    choice = _CHOICE.fullmatch(expression)
    if choice is None:
        yield expression
    else:
        yield from (choice["one"], choice["other"])


def _value(expression: str) -> str | None:
    found = _WHOLE.fullmatch(expression)
    if found is None:
        return None
    if found["quoted"] is None:
        return UNSEEN if found["none"] else ""
    return _PAGE.sub(r"{{ page.\1 }}", found["quoted"][1:-1])
