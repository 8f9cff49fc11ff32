"""suppression/unused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Severity, SuppressionRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlelint import Article, Diagnostic
    from articlelint.linting.suppression import SuppressionUse


class Unused(SuppressionRule):
    """A comment silences a rule that has nothing to say there."""

    name = "suppression/unused"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check_suppressions(
        self,
        article: Article,  # noqa: ARG002 - the uses say it all
        uses: Iterable[SuppressionUse],
    ) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each comment, or for the names in it that are of no use."""
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
