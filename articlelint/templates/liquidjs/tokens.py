"""The tokens of LiquidJS: liquidjs 10, ``parser/tokenizer.ts``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.liquid.reader import LiquidReader
from articlelint.templates.liquidjs.tags import TAGS
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.templates.token import Token

_OUTPUT: Final = regex(
    r"\{\{(?:[^\"'}]|\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\}(?!\}))*+\}\}", 16
)
_ATTEMPTS: Final = 100


def read(text: str) -> list[Token]:
    """Return the tokens of *text*; those too that LiquidJS minds."""
    return _Reader(text).tokens()


class _Reader(LiquidReader):
    own = TAGS
    name = regex(r"-?\s*+(#|(?:[\w?-]|(?![“”\s])[^\x00-\x7f])++)\s*+")
    end_raw = regex(r"\{%\s*+endraw\b[^{}%]*+%\}")

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._last_end = text.rfind("}}")
        self._failed = 0

    def _end_of_expression(self, start: int) -> int:
        tries = start + 2 <= self._last_end and self._failed < _ATTEMPTS
        match = _OUTPUT.match(self._text, start) if tries else None
        if match is None:
            self._failed += 1
            return -1
        return match.end()
