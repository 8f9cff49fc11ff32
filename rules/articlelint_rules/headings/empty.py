from articlelint import UNSAFE, WARNING, Article, Findings, Fix, Heading, Rule, on
from articlelint_rules.headings._content import is_empty, is_linked


class Empty(Rule):
    """A heading has no text."""

    name = "headings/empty"
    severity = WARNING
    default = False
    fixable = UNSAFE

    strict: bool = False
    """Whether to report headings in HTML, and the first of level 1, too."""

    @on.heading()
    def check(self, heading: Heading, article: Article) -> Findings:
        if not article.dialect.is_known:
            return  # with Pandoc it begins a slide
        in_html = heading.span.of(article.text).lstrip().startswith("<")
        if not self.strict:
            if in_html:
                return  # it keeps a distance, or a script fills it
            if heading.level == 1 and heading is article.headings[0]:
                return  # Material for MkDocs then writes no title: partials/content.html
        if is_empty(article, heading) and not is_linked(article, heading):
            yield self.diagnostic(
                heading.span,
                f"The heading of level {heading.level} is empty",
                fix=None if in_html else Fix.unsafe("Delete the heading", (heading.span, "")),
                cause="article",
            )
