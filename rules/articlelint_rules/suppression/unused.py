from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, SuppressionRule, SuppressionUse


class Unused(SuppressionRule):
    """A comment suppresses a rule that finds nothing there."""

    name = "suppression/unused"
    severity = WARNING
    fixable = SAFE

    def check_suppression(self, use: SuppressionUse, article: Article) -> Findings:
        comment = use.suppression
        if not comment.disables:
            return
        if use.idle or (use.unused and len(use.unused) == len(comment.targets)):
            fix = Fix.safe("Delete the comment", (comment.removal, ""))
            yield self.diagnostic(comment.span, "This comment suppresses nothing", fix=fix)
            return
        for target in use.unused:
            edit = Edit.delete(comment.removal_of(target))
            yield self.diagnostic(
                target.span,
                f"`{target.name}` finds nothing here",
                fix=Fix.safe(f"Delete `{target.name}`", edit),
            )
