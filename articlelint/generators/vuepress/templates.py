"""Vue's expressions as VuePress 2 leaves them: none in inline code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.templates.vue import Vue

if TYPE_CHECKING:
    from articlelint.templates.token import Token


class VueOutsideCode(Vue):
    """Expressions between braces; code bears ``v-pre``: ``@vuepress/markdown``, vPrePlugin."""

    def tokens(self, text: str) -> list[Token]:
        """Return the expressions of *text* that stand in no code."""
        found = super().tokens(text)
        if not found:
            return found
        from articlelint.templates.protected import protected_spans

        code = protected_spans(text, comments=False)
        return [token for token in found if not code.beyond(token.start)]
