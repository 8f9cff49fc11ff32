from collections.abc import Iterable

from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, SuppressionRule, SuppressionUse


class Unused(SuppressionRule):
    """A comment silences a rule that has nothing to say there."""

    name = "suppression/unused"
    severity = WARNING
    fixable = SAFE

    def check_suppressions(
        self,
        article: Article,
        uses: Iterable[SuppressionUse],
    ) -> Findings:
        for use in uses:
            comment = use.suppression
            if not comment.disables:
                continue
            if use.idle or (use.unused and len(use.unused) == len(comment.targets)):
                yield self.diagnostic(
                    comment.span,
                    "Nothing here needs to be silenced",
                    fix=Fix.safe("Delete the comment", Edit.delete(comment.removal)),
                )
                continue
            for target in use.unused:
                yield self.diagnostic(
                    target.span,
                    f"`{target.name}` has nothing to say here",
                    fix=Fix.safe(
                        f"Delete `{target.name}`", Edit.delete(comment.removal_of(target))
                    ),
                )
