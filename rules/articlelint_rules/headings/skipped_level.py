from collections.abc import Sequence
from itertools import pairwise

from articlelint import INFO, Article, Findings, Heading, Related, Rule, on


class SkippedLevel(Rule):
    """A heading is more than one level below the one before it."""

    name = "headings/skipped-level"
    severity = INFO
    default = False

    @on.headings()
    def check(self, headings: Sequence[Heading], article: Article) -> Findings:
        for before, heading in pairwise(headings):
            if heading.level > before.level + 1:
                yield self.diagnostic(
                    heading.span,
                    f"A heading of level {heading.level} follows one of level {before.level}",
                    hint=f"Make it level {before.level + 1}, or add what is missing between",
                    related=[Related(before.span, f"level {before.level}")],
                )
