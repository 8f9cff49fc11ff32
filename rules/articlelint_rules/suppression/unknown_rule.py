from collections.abc import Iterable

from articlelint import WARNING, Article, Findings, SuppressionRule, SuppressionUse


class UnknownRule(SuppressionRule):
    """A comment names a rule that does not exist."""

    name = "suppression/unknown-rule"
    severity = WARNING

    def check_suppressions(
        self,
        article: Article,
        uses: Iterable[SuppressionUse],
    ) -> Findings:
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
