from articlelint import UNSAFE, WARNING, Article, Attribute, Findings, Fix, Rule, on, regex

_POSITIVE = regex(r"\s*\+?0*[1-9]\d*")


class PositiveTabindex(Rule):
    """An element jumps to the front of the Tab order."""

    name = "accessibility/positive-tabindex"
    severity = WARNING
    default = False
    fixable = UNSAFE

    @on.attribute("tabindex")
    def check(self, attribute: Attribute, article: Article) -> Findings:
        if _POSITIVE.match(attribute.value):
            yield self.diagnostic(
                attribute.span,
                "The Tab key stops here before anything else on the page",
                fix=Fix.unsafe("Write `0`", (attribute.value_span, "0")),
            )
