from articlelint import UNSAFE, WARNING, Article, Element, Findings, Fix, Rule, Span, on


class Autoplay(Rule):
    """A video or sound plays automatically."""

    name = "accessibility/autoplay"
    severity = WARNING
    default = False
    fixable = UNSAFE

    @on.element("audio", "video")
    def check(self, element: Element, article: Article) -> Findings:
        attribute = element.attributes.get("autoplay")
        if attribute is not None and "muted" not in element.attributes:
            span = attribute.span
            yield self.diagnostic(
                span,
                f"The {element.tag} plays sound automatically",
                hint="Add `controls` and let readers start it",
                fix=Fix.unsafe("Delete `autoplay`", (Span(span.start - 1, span.end), "")),
            )
