"""suppression/malformed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Severity, SuppressionRule
from articlelint.linting.suppression import DIRECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint import Article, Diagnostic
    from articlelint.linting.suppression import SuppressionUse


class Malformed(SuppressionRule):
    """A comment speaks to articlelint in a word that it does not know."""

    name = "suppression/malformed"
    severity = Severity.WARNING

    def check_suppressions(
        self,
        article: Article,  # noqa: ARG002 - the uses say it all
        uses: Iterable[SuppressionUse],
    ) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each unknown directive."""
        for use in uses:
            directive = use.suppression.directive
            if directive in DIRECTIVES:
                continue
            from difflib import get_close_matches  # noqa: PLC0415 - only for a word that is wrong

            near = get_close_matches(directive, DIRECTIVES, 1)
            hint = (
                f"Did you mean `articlelint-{near[0]}`?"
                if near
                else f"There are: {', '.join(f'articlelint-{word}' for word in DIRECTIVES)}"
            )
            yield self.diagnostic(
                use.suppression.directive_span,
                f"`articlelint-{directive}` is no directive; the comment does nothing",
                hint=hint,
            )
