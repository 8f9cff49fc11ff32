"""Arrays and objects of a configuration written in JavaScript, as far as they are literals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = regex(r"""["'`\\]|[\[({]|[\])}]|,|:""")
_TEXT: Final = regex(r"""(["'`])((?:(?!\1)[^\\\n])*)\1""")
_KEY: Final = regex(r"""["']?([\w$@/-]+)["']?""")


def value_of(code: str, key: str) -> str | None:
    """Return the array or object that the first ``key:`` of *code*, without comments, has."""
    found = re.search(rf"""(?<![\w.$])["']?{re.escape(key)}["']?\s*:\s*(?=[\[{{])""", code)
    if found is None:
        return None
    start = found.end()
    end = next((at for at, mark, depth in _marks(code, start) if depth == 0), None)
    return None if end is None else code[start : end + 1]


def items(array: str) -> list[str]:
    """Return what stands between the commas of an array or an object."""
    found: list[str] = []
    start = 1
    for at, mark, depth in _marks(array, 0):
        if (mark == "," and depth == 1) or depth == 0:
            found.append(array[start:at].strip())
            start = at + 1
        if depth == 0:
            break
    return [each for each in found if each]


def pairs(written: str) -> dict[str, str]:
    """Return the keys of an object and what is written after each; "..." for one that is spread."""
    found: dict[str, str] = {}
    for item in items(written):
        key = _KEY.match(item)
        rest = item[key.end() :].lstrip() if key is not None else ""
        if key is not None and rest.startswith(":"):
            found[key[1]] = rest[1:].strip()
        elif item.startswith("..."):
            found["..."] = item
        elif key is not None:
            found[key[1]] = item
    return found


def text_of(written: str) -> str | None:
    """Return the text that *written* is; None where it is no literal, or more than that."""
    found = _TEXT.fullmatch(written.strip())
    return found[2] if found is not None and "${" not in found[2] else None


def _marks(code: str, start: int) -> Iterator[tuple[int, str, int]]:
    """Yield the places of brackets, commas and colons from *start*, with how deep they are in.

    Strings are passed over.
    """
    depth = 0
    at = start
    while (match := _MARK.search(code, at)) is not None:
        mark, at = match[0], match.end()
        if mark in "\"'`":
            at = _after_text(code, at, mark)
        elif mark in "[({":
            depth += 1
        elif mark in "])}":
            depth -= 1
            yield match.start(), mark, depth
        elif mark in ",:":
            yield match.start(), mark, depth


def _after_text(code: str, at: int, mark: str) -> int:
    while at < len(code) and code[at] != mark:
        at += 2 if code[at] == "\\" else 1
    return at + 1
