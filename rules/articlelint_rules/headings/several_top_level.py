from collections.abc import Sequence

from articlelint import INFO, Article, Findings, Heading, Related, Rule, on
from articlelint_rules.headings._content import is_empty


class SeveralTopLevel(Rule):
    """An article has more than one level 1 heading."""

    name = "headings/several-top-level"
    severity = INFO
    default = False

    @on.headings()
    def check(self, headings: Sequence[Heading], article: Article) -> Findings:
        # A link to `#tab/` is how DocFX writes a tab.
        top = [each for each in headings if each.level == 1 and "](#tab/" not in each.source]
        if len(top) > 1:
            top = [heading for heading in top if not is_empty(article, heading)]
        if len(top) > 1:
            yield self.diagnostic(
                top[1].span,
                f"The article has {len(top)} level 1 headings",
                hint="Keep level 1 for the title and start sections at level 2",
                related=[Related(top[0].span, "the first")],
            )
