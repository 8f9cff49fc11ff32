"""The modules in MDX: blocks of ``import`` and ``export``, which end with a blank line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx.javascript import DEPTHS, tokens
from articlelint.templates.protected import protected_spans
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.templates.protected import ProtectedSpans

_MARKS: Final = ("`", "~~~", "<!--")
"""What code and comments begin with."""
_MODULE: Final = regex(
    r"""^(?:import(?=[\s{*"'])|export(?=[\s{*])(?=\s*+(?:[{*]|(?:default|const|let|var|function|class
    |async|type|interface)\b)))""",
    re.MULTILINE | re.VERBOSE,
)
_BLANK: Final = regex(r"[ \t]*+(?:[\r\n]|\Z)")
_LONGEST: Final = 20_000


def modules(text: str) -> list[tuple[int, int]]:
    """Return where modules stand in *text*, which is MDX, in order and apart."""
    found: list[tuple[int, int]] = []
    match = _MODULE.search(text)
    if match is None:
        return found
    code: ProtectedSpans | None = None
    marks = [(text.find(mark), len(mark)) for mark in _MARKS]
    first = min((at + length for at, length in marks if at >= 0), default=len(text))
    while match is not None:
        start, at = match.span()
        before = text[max(0, start - 200) : start].rstrip(" \t")
        begins = not before or (before[-1] in "\r\n" and _ends_block(before))
        if begins and code is None and first <= start:
            code = protected_spans(text, comments=True)
        if begins and not (code and code.beyond(start)):
            at = _end(text, start)
            found.append((start, at))
        match = _MODULE.search(text, at)
    return found


def _ends_block(before: str) -> bool:
    """Tell whether a text that ends a line ends with a blank line or with a module's line."""
    lines = before.splitlines()
    last = lines[-1].strip() if lines else ""
    return not last or last.endswith((";", "'", '"', "}", ")", "*/"))


def _end(text: str, start: int) -> int:
    """Return where the block ends: at a blank line outside of brackets."""
    depth = 0
    first_blank = -1
    stop = min(start + _LONGEST, len(text))
    for at, after in tokens(text, start, stop):
        depth += DEPTHS.get(text[at], 0)
        if text[at] not in "\r\n" or text.startswith("\r\n", at):
            continue
        if _BLANK.match(text, after, stop) is not None:
            place = at - text.startswith("\r\n", at - 1)
            if depth <= 0:
                return place
            if first_blank < 0:
                first_blank = place
    if first_blank >= 0:
        return first_blank  # brackets that are never closed
    return stop
