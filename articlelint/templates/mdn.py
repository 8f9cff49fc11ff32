r"""MDN's macros: ``{{Name}}``, ``{{Name("argument", 2)}}``; ``\{{`` is text."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from articlelint.templates.language import Language
from articlelint.templates.token import MOST, Token, TokenKind
from articlelint.text.regex import regex

_MACRO: Final = regex(
    r"""\{\{(?<!\\\{\{)\s*+([A-Za-z][\w.-]*+)\s*+
    (?:\(((?:[^"'{}()]++|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\{[^{}]*+\})*+)\)\s*+)?\}\}""",
    re.VERBOSE | re.DOTALL,
)


class Mdn(Language):
    """Macros, and no judgement."""

    flowing = True

    def tokens(self, text: str) -> list[Token]:
        """Return the macros that are complete."""
        return [
            Token(TokenKind.EXPRESSION, *match.span(), match[1], match[2] or "")
            for match in islice(_MACRO.finditer(text), MOST)
        ]
