"""Tags of Liquid's form in a site whose engine is not known, if it has any.

What looks like a tag is one, unless it runs on over a blank line: then it is something else.
"""

from __future__ import annotations

from typing import Final

from articlelint.templates.language import Language
from articlelint.templates.liquid.tokens import read
from articlelint.templates.tags import ASSIGNING, CODE_TAGS
from articlelint.templates.token import Token, TokenKind
from articlelint.text.regex import regex

_RUNS_ON: Final = regex(r"\n[ \t\r]*+\n|^[ \t]*+(?:```|~~~)", 8)  # MULTILINE


class AnyTags(Language):
    """Tags, and no judgement."""

    hides = (CODE_TAGS | ASSIGNING) - {"raw"}

    def tokens(self, text: str) -> list[Token]:
        """Return what is surely a tag."""
        return [token for token in read(text) if _is_tag(text, token)]


def _is_tag(text: str, token: Token) -> bool:
    if token.kind is TokenKind.RAW:
        return True
    return token.closed and _RUNS_ON.search(text, token.start, token.end) is None
