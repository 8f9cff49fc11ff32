from articlelint import WARNING, Article, Element, Findings, Rule, on
from articlelint_rules.accessibility._names import has_content, has_name, is_hidden


class EmptyControl(Rule):
    """A button has no text for a screen reader to read."""

    name = "accessibility/empty-control"
    severity = WARNING
    default = False

    @on.element("button", "summary")
    def check(self, element: Element, article: Article) -> Findings:
        if not (has_name(element) or is_hidden(element) or has_content(element)):
            yield self.diagnostic(
                element.tag_span,
                f"`<{element.tag}>` has no text",
                hint="Put text in it, or say what it does in `aria-label`",
            )
