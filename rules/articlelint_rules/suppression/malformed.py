from collections.abc import Iterable

from articlelint import DIRECTIVES, WARNING, Article, Findings, SuppressionRule, SuppressionUse


class Malformed(SuppressionRule):
    """A comment speaks to articlelint in a word that it does not know."""

    name = "suppression/malformed"
    severity = WARNING

    def check_suppressions(
        self,
        article: Article,
        uses: Iterable[SuppressionUse],
    ) -> Findings:
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
