"""Marks of ``pymdownx.snippets``: what they put in is not known here, what is escaped is text."""

from __future__ import annotations

import re
from typing import Final

from articlelint.markdown.python_markdown.mapped import Mapped, replaced
from articlelint.text.regex import regex

_ESCAPED: Final = regex(
    r"^[ \t]*+(;++)-++8<-++"
    r"""(?:[ \t]++(?:"(?:\\"|[^"\n\r])+?"|'(?:\\'|[^'\n\r])+?')(?![ \t])|(?![ \t]))\r?$""",
    re.MULTILINE,
)


def unescaped(text: Mapped) -> Mapped:
    """Return *text* with a semicolon less before each mark that one escapes."""
    if ";-" not in text.text:
        return text
    edits = [(match.start(1), match.start(1) + 1, "") for match in _ESCAPED.finditer(text.text)]
    return replaced(text, edits) if edits else text
