import re

from articlelint import UNSAFE, WARNING, Article, Edit, Findings, Fix, Rule, Span, regex

_MAYBE = regex(r"[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)


class EventHandler(Rule):
    """An attribute holds a script."""

    name = "security/event-handler"
    severity = WARNING
    fixable = UNSAFE
    default = False

    def check(self, article: Article) -> Findings:
        if not _MAYBE.search(article.text):
            return
        for element, _ in article.written():
            for name, attribute in element.attributes.items():
                if name.startswith("on") and name.isalpha():
                    span = attribute.span
                    start = span.start - article.text[: span.start][-1:].isspace()
                    yield self.diagnostic(
                        span,
                        f"`{name}` runs a script",
                        fix=Fix.unsafe("Delete the attribute", Edit.delete(Span(start, span.end))),
                    )
