"""accessibility/autoplay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class Autoplay(Rule):
    """Sound begins by itself."""

    name = "accessibility/autoplay"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``audio`` and each unmuted ``video`` with ``autoplay``."""
        for element, _ in article.written("audio", "video"):
            attribute = element.attributes.get("autoplay")
            if attribute is None or "muted" in element.attributes:
                continue
            span = attribute.span
            yield self.diagnostic(
                span,
                f"The {element.tag} starts with sound by itself",
                hint="Let readers start it (`controls`)",
                fix=Fix.unsafe("Delete `autoplay`", Edit.delete(Span(span.start - 1, span.end))),
            )
