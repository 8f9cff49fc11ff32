"""front-matter/malformed-fence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MalformedFence(Rule):
    """A line was meant to open or close the front matter, and does not."""

    name = "front-matter/malformed-fence"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each defect of a fence."""
        front_matter = article.front_matter
        if front_matter is None:
            return
        for defect in front_matter.fence_defects:
            fix = None
            if defect.replacement is not None:
                title = (
                    f"Write `{defect.replacement.strip()}`"
                    if defect.replacement.strip()
                    else "Delete it"
                )
                fix = Fix.safe(title, Edit(defect.span, defect.replacement))
            yield self.diagnostic(defect.span, defect.message, fix=fix)
