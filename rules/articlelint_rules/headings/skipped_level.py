from collections.abc import Sequence
from itertools import pairwise

from articlelint import HEADINGS, INFO, Article, Findings, Heading, Related, Rule, SpanIndex, on

_BOXES = frozenset({"aside", "blockquote", "details", "dialog", "figure", "nav", "td"})
"""Elements whose headings belong to no outline but their own."""


class SkippedLevel(Rule):
    """A heading is more than one level below the previous one."""

    name = "headings/skipped-level"
    severity = INFO
    default = False

    @on.headings()
    def check(self, headings: Sequence[Heading], article: Article) -> Findings:
        boxed = SpanIndex(
            element.tag_span
            for element in article.elements(*HEADINGS)
            if any(outer.tag in _BOXES for outer in element.ancestors())
        )
        outline = [each for each in headings if not boxed.has_within(each.span)]
        for before, heading in pairwise(outline):
            if heading.level > before.level + 1:
                yield self.diagnostic(
                    heading.span,
                    f"A heading of level {heading.level} follows one of level {before.level}",
                    hint=f"Make it level {before.level + 1}, or add the missing level in between",
                    related=[Related(before.span, f"level {before.level}")],
                )
