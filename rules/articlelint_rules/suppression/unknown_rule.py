from articlelint import WARNING, Article, Findings, SuppressionRule, SuppressionUse


class UnknownRule(SuppressionRule):
    """A comment names a rule that does not exist."""

    name = "suppression/unknown-rule"
    severity = WARNING

    def check_suppression(self, use: SuppressionUse, article: Article) -> Findings:
        for target in use.unknown:
            hint = "`articlelint rules` lists them; a plugin's rules need the plugin"
            if target.nearest:
                hint = f"Did you mean `{target.nearest}`?"
            message = f"There is no rule or family `{target.name}`"
            yield self.diagnostic(target.span, message, hint=hint)
