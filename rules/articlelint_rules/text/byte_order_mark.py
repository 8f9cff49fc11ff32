"""text/byte-order-mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class ByteOrderMark(Rule):
    """The file has a byte order mark."""

    name = "text/byte-order-mark"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each mark, wherever it stands."""
        offset = article.text.find("\ufeff")
        while offset >= 0:
            span = Span(offset, offset + 1)
            message = (
                "The file begins with a byte order mark"
                if offset == 0
                else "An invisible byte order mark stands inside the text"
            )
            yield self.diagnostic(
                span, message, fix=Fix.safe("Delete the byte order mark", Edit.delete(span))
            )
            offset = article.text.find("\ufeff", offset + 1)
