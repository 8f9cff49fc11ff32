"""The code of a Markdown text, as the fixes need it."""

from __future__ import annotations

from articlelint.named_tuple import NamedTuple
from articlelint.templates.protected import protected_spans


class Code(NamedTuple):
    """A stretch of code: a fence with its fence lines, or inline code with its backticks."""

    start: int
    end: int
    fence: bool


def code_of(text: str) -> list[Code]:
    """Return the code of *text*, in order and apart."""
    if "`" not in text and "~~~" not in text:
        return []
    return [
        Code(start, end, text[start : start + 3] in {"```", "~~~"} and "\n" in text[start:end])
        for start, end in protected_spans(text, comments=False).spans
    ]
