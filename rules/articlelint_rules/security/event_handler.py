import re

from articlelint import UNSAFE, WARNING, Article, Attribute, Findings, Fix, Rule, Span, on, regex

_MAYBE = regex(r"[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)


def _handlers(article: Article) -> list[Attribute]:
    """Return the attributes ``on...``."""
    if not _MAYBE.search(article.text):
        return []
    attributes = (each for element in article.elements() for each in element.attributes.values())
    return [each for each in attributes if each.name.startswith("on") and each.name.isalpha()]


class EventHandler(Rule):
    """An attribute contains a script."""

    name = "security/event-handler"
    severity = WARNING
    fixable = UNSAFE
    default = False

    @on.view(_handlers)
    def check(self, attribute: Attribute, article: Article) -> Findings:
        span = attribute.span
        start = span.start - article.text[span.start - 1 : span.start].isspace()
        yield self.diagnostic(
            span,
            f"`{attribute.name}` runs a script",
            fix=Fix.unsafe("Delete the attribute", (Span(start, span.end), "")),
        )
