from articlelint import WARNING, Article, Element, Findings, Rule, on


class MetaRefresh(Rule):
    """The article redirects its readers to another page."""

    name = "security/meta-refresh"
    severity = WARNING
    default = False

    @on.element("meta")
    def check(self, element: Element, article: Article) -> Findings:
        if (element.get("http-equiv") or "").strip().lower() != "refresh":
            return
        if not any(outer.tag == "head" for outer in element.ancestors()):
            yield self.diagnostic(
                element.tag_span,
                "The page redirects its readers automatically",
                hint="Redirect in the generator or on the server",
            )
