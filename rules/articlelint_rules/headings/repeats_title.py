import re
from collections.abc import Sequence

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Findings,
    Fix,
    Heading,
    Related,
    Rule,
    Scalar,
    on,
    regex,
)
from articlelint_rules.headings._content import is_linked


class RepeatsTitle(Rule):
    """The first heading repeats the title in the front matter."""

    name = "headings/repeats-title"
    severity = WARNING
    default = False
    fixable = UNSAFE

    @on.headings()
    def check(self, headings: Sequence[Heading], article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or not article.site.generator.shows_title:
            return
        title = front_matter.find(("title",))
        heading = headings[0]
        if heading.level > 2 or not isinstance(title, Scalar):
            return
        if _folded(heading.text) != _folded(str(title.value)):
            return
        if front_matter.data.get("layout") in _BARE or _stands_behind(article, heading):
            return
        is_one_of_several = any(each.level == heading.level for each in headings[1:])
        yield self.diagnostic(
            heading.span,
            "The heading repeats the title, which nearly every theme already shows",
            fix=None
            if is_one_of_several or is_linked(article, heading)
            else Fix.unsafe("Delete the heading", (heading.span, "")),
            related=[Related(title.span, "the title")],
            cause="title",
        )


_BARE = ("base", "default", "none", "null", False)
"""Layouts around all others, which show no title by themselves, as a rule."""


def _stands_behind(article: Article, heading: Heading) -> bool:
    """Tell whether anything that readers see stands before the heading."""
    before = article.text[article.body.start : heading.span.start]
    return bool(_COMMENT.sub("", before).strip())


_COMMENT = regex(r"(?s:<!--.*?(?:-->|\Z))|^(?:import|export) .*$", re.MULTILINE)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
