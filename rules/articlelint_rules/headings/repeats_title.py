from collections.abc import Sequence

from articlelint import UNSAFE, WARNING, Article, Findings, Fix, Heading, Related, Rule, Scalar, on


class RepeatsTitle(Rule):
    """The first heading repeats the title of the front matter."""

    name = "headings/repeats-title"
    severity = WARNING
    fixable = UNSAFE

    @on.headings()
    def check(self, headings: Sequence[Heading], article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or not article.site.generator.shows_title:
            return
        title = front_matter.find(("title",))
        heading = headings[0]
        if heading.level != 1 or not isinstance(title, Scalar):
            return
        if _folded(heading.text) != _folded(str(title.value)):
            return
        yield self.diagnostic(
            heading.span,
            "The heading repeats the title, which nearly every theme shows by itself",
            fix=Fix.unsafe("Delete the heading", (heading.span, "")),
            related=[Related(title.span, "the title")],
        )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
