"""security/event-handler."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_MAYBE = regex(r"[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)


class EventHandler(Rule):
    """An attribute holds a script."""

    name = "security/event-handler"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE
    default = False

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``on...`` attribute."""
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
