"""accessibility/positive-tabindex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_POSITIVE = regex(r"\s*\+?0*[1-9]\d*")


class PositiveTabindex(Rule):
    """An element jumps the queue of the Tab key."""

    name = "accessibility/positive-tabindex"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``tabindex`` above zero."""
        for _, attribute in article.written_attributes("tabindex"):
            if _POSITIVE.match(attribute.value):
                yield self.diagnostic(
                    attribute.span,
                    "The Tab key comes here before everything else on the page",
                    fix=Fix.unsafe("Write `0`", Edit(attribute.value_span, "0")),
                )
