from articlelint import UNSAFE, WARNING, Article, Findings, Fix, Heading, Rule, on
from articlelint_rules.headings._content import is_empty, is_linked


class Empty(Rule):
    """A heading has no text."""

    name = "headings/empty"
    severity = WARNING
    default = False
    fixable = UNSAFE

    @on.heading()
    def check(self, heading: Heading, article: Article) -> Findings:
        if not article.dialect.is_known:
            return  # with Pandoc it begins a slide
        written = heading.span.of(article.text)
        if written.lstrip().startswith("<"):
            return  # it keeps a distance, or a script fills it
        if heading.level == 1 and heading is article.headings[0]:
            return  # Material for MkDocs writes a title where there is none: partials/content.html
        if is_empty(article, heading) and not is_linked(article, heading):
            yield self.diagnostic(
                heading.span,
                f"The heading of level {heading.level} is empty",
                fix=Fix.unsafe("Delete the heading", (heading.span, "")),
                cause="article",
            )
