"""suppression/unknown-rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Severity, SuppressionRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint import Article, Diagnostic
    from articlelint.linting.suppression import SuppressionUse


class UnknownRule(SuppressionRule):
    """A comment names a rule that does not exist."""

    name = "suppression/unknown-rule"
    severity = Severity.WARNING

    def check_suppressions(
        self,
        article: Article,  # noqa: ARG002 - the uses say it all
        uses: Iterable[SuppressionUse],
    ) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each name that is no rule and no family."""
        for use in uses:
            for target in use.unknown:
                hint = (
                    f"Did you mean `{target.nearest}`?"
                    if target.nearest
                    else "`articlelint rules` lists them; a plugin's rules need the plugin"
                )
                yield self.diagnostic(
                    target.span, f"There is no rule or family `{target.name}`", hint=hint
                )
