"""security/meta-refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MetaRefresh(Rule):
    """The article sends its readers elsewhere."""

    name = "security/meta-refresh"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``meta http-equiv=refresh`` outside of a head."""
        for element, span in article.written("meta"):
            if (element.get("http-equiv") or "").strip().lower() != "refresh":
                continue
            if not any(outer.tag == "head" for outer in element.ancestors()):
                yield self.diagnostic(
                    span,
                    "The page sends its readers elsewhere by itself",
                    hint="Redirect in the generator or on the server",
                )
