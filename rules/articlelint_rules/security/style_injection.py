import re

from articlelint import WARNING, Article, Findings, Rule, regex

_OVERLAY = regex(r"position\s*:\s*(fixed|sticky)", re.IGNORECASE)


class StyleInjection(Rule):
    """The article changes how the rest of the page looks."""

    name = "security/style-injection"
    severity = WARNING
    default = False

    def check(self, article: Article) -> Findings:
        for element, span in article.written("style", "link"):
            if element.tag == "style":
                yield self.diagnostic(span, "`<style>` holds for the whole page")
            elif "stylesheet" in (element.get("rel") or "").lower().split():
                yield self.diagnostic(span, "The style sheet holds for the whole page")
        for _, attribute in article.written_attributes("style"):
            match = _OVERLAY.search(attribute.value)
            if match is not None:
                yield self.diagnostic(
                    attribute.value_span,
                    f"`position: {match[1].lower()}` takes the element out of the article",
                )
