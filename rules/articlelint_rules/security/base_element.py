from articlelint import WARNING, Article, Findings, Rule


class BaseElement(Rule):
    """The article changes where the page's links lead."""

    name = "security/base-element"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        for element, span in article.written("base"):
            if not any(outer.tag == "head" for outer in element.ancestors()):
                yield self.diagnostic(
                    span, "`<base>` changes where every relative link of the page leads"
                )
