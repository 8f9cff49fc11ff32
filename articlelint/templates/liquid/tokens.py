"""The tokens of Liquid: liquid, ``tokenizer.rb``, ``block_body.rb``, ``tags/raw.rb``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.liquid.reader import LiquidReader
from articlelint.templates.liquid.tags import TAGS
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.templates.token import Token


def read(text: str) -> list[Token]:
    """Return the tokens of *text*; those too that Liquid minds."""
    return _Reader(text).tokens()


class _Reader(LiquidReader):
    own = TAGS
    name = regex(r"-?\s*+(#|[A-Za-z0-9_]++)\s*+")
    end_raw = regex(r"\{%-?\s*+endraw\b[^{}%]*+%\}")

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._last_brace = text.rfind("}")

    def _end_of_expression(self, start: int) -> int:
        end = self._text.find("}", start + 2) if start + 2 <= self._last_brace else -1
        return end + 2 if self._text.startswith("}}", end) and end >= 0 else -1
