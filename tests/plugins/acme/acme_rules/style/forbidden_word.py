"""acme/forbidden-word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class ForbiddenWord(Rule):
    """A word stands in the text that we do not use."""

    name = "style/forbidden-word"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    words: tuple[str, ...] = ("simply",)

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each word."""
        pattern = "|".join(map(re.escape, self.words))
        for match in re.finditer(rf"\b(?:{pattern})\b ?", article.text):
            span = Span(*match.span())
            yield self.diagnostic(
                span,
                f"We do not say `{match[0].strip()}`",
                fix=Fix.unsafe("Drop it", Edit.delete(span)),
            )
