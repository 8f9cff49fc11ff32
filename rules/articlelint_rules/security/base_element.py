from articlelint import WARNING, Article, Element, Findings, Rule, on


class BaseElement(Rule):
    """The article changes where all links on its page lead."""

    name = "security/base-element"
    severity = WARNING

    @on.element("base")
    def check(self, element: Element, article: Article) -> Findings:
        if not any(outer.tag == "head" for outer in element.ancestors()):
            yield self.diagnostic(
                element.tag_span, "`<base>` changes where every relative link of the page leads"
            )
