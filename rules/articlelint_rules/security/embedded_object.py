from articlelint import WARNING, Article, Findings, Rule


class EmbeddedObject(Rule):
    """The article embeds a plug-in."""

    name = "security/embedded-object"
    severity = WARNING
    default = False

    def check(self, article: Article) -> Findings:
        for element, span in article.written("object", "embed", "applet"):
            if any(outer.tag == "object" for outer in element.ancestors()):
                continue
            yield self.diagnostic(
                span,
                f"`<{element.tag}>` hands the reader's browser a document to run",
                hint="Use `<img>`, `<video>`, `<audio>` or a sandboxed `<iframe>`",
            )
