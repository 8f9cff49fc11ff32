from articlelint import INFO, Article, Element, Findings, Rule, on
from articlelint_rules.accessibility._names import has_name, is_hidden


class MissingFrameTitle(Rule):
    """A frame has no title."""

    name = "accessibility/missing-frame-title"
    severity = INFO
    default = False

    @on.element("iframe", "frame")
    def check(self, element: Element, article: Article) -> Findings:
        sizes = {element.get("width"), element.get("height")}
        if not (has_name(element) or is_hidden(element) or sizes & {"0", "0px"}):
            hint = "Describe its content in `title`"
            yield self.diagnostic(element.tag_span, "The frame has no title", hint=hint)
