from articlelint import DIRECTIVES, WARNING, Article, Findings, SuppressionRule, SuppressionUse


class Malformed(SuppressionRule):
    """A comment contains an articlelint instruction that does not exist."""

    name = "suppression/malformed"
    severity = WARNING

    def check_suppression(self, use: SuppressionUse, article: Article) -> Findings:
        directive = use.suppression.directive
        if directive in DIRECTIVES:
            return
        from difflib import get_close_matches

        hint = f"Directives: {', '.join(f'articlelint-{word}' for word in DIRECTIVES)}"
        for near in get_close_matches(directive, DIRECTIVES, 1):
            hint = f"Did you mean `articlelint-{near}`?"
        yield self.diagnostic(
            use.suppression.directive_span,
            f"`articlelint-{directive}` is not a directive; the comment does nothing",
            hint=hint,
        )
