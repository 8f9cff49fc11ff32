from articlelint import WARNING, Article, Element, Findings, Rule, on


class EmbeddedObject(Rule):
    """The article embeds a plug-in."""

    name = "security/embedded-object"
    severity = WARNING
    default = False

    @on.element("object", "embed", "applet")
    def check(self, element: Element, article: Article) -> Findings:
        if any(outer.tag == "object" for outer in element.ancestors()):
            return
        yield self.diagnostic(
            element.tag_span,
            f"`<{element.tag}>` hands the reader's browser a document to run",
            hint="Use `<img>`, `<video>`, `<audio>` or a sandboxed `<iframe>`",
        )
