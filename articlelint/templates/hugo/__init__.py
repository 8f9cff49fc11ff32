"""Hugo's shortcodes: https://gohugo.io/content-management/shortcodes/.

Hugo looks for them before any Markdown: neither code nor comments are spared. Everything else
between braces is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.hugo.read import read
from articlelint.templates.language import Language
from articlelint.templates.tags import CODE_TAGS
from articlelint.templates.token import Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.hugo.read import Action
    from articlelint.templates.names import Names
    from articlelint.templates.problem import TemplateProblem

__all__ = ["Hugo"]


class Hugo(Language):
    """Shortcodes, and no expressions."""

    flowing = True
    hides = CODE_TAGS | {"code-toggle"}

    def may_stand_in(self, text: str) -> bool:
        """Look for the delimiters."""
        return "{{<" in text or "{{%" in text

    def tokens(self, text: str) -> list[Token]:
        """Return the shortcodes of *text*."""
        return [_token(text, action) for action in read(text)]

    def problems(
        self, text: str, tokens: Sequence[Token], names: Names
    ) -> Iterator[TemplateProblem]:
        """Yield what stops Hugo, and what it takes otherwise than it was meant."""
        from articlelint.templates.hugo.judge import problems

        del tokens
        return problems(text, read(text), names)


def _token(text: str, action: Action) -> Token:
    start, end = action.start, action.end
    if action.kind is not TokenKind.TAG:
        hidden = action.kind is TokenKind.RAW
        return Token(action.kind, start, end, action.name, closed=action.closed, hidden=hidden)
    inner = text[start + 3 : end - 3].strip() if action.closed else ""
    name = action.name or inner.split(" ")[0]
    arguments = "" if action.closing else inner.removeprefix(name).removesuffix("/").strip()
    return Token(action.kind, start, end, name, arguments, action.closing, action.closed)
