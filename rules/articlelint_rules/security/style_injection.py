import re

from articlelint import WARNING, Article, Attribute, Element, Findings, Rule, on, regex

_OVERLAY = regex(r"position\s*:\s*(fixed|sticky)", re.IGNORECASE)


class StyleInjection(Rule):
    """The article changes how the rest of the page looks."""

    name = "security/style-injection"
    severity = WARNING
    default = False

    @on.element("style", "link")
    def check(self, element: Element, article: Article) -> Findings:
        if element.tag == "style":
            yield self.diagnostic(element.tag_span, "`<style>` applies to the whole page")
        elif "stylesheet" in (element.get("rel") or "").lower().split():
            yield self.diagnostic(element.tag_span, "The style sheet applies to the whole page")

    @on.attribute("style")
    def check_style(self, attribute: Attribute, article: Article) -> Findings:
        match = _OVERLAY.search(attribute.value)
        if match is not None:
            message = f"`position: {match[1].lower()}` takes the element out of the article"
            yield self.diagnostic(attribute.value_span, message)
