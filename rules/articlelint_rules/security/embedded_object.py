"""security/embedded-object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class EmbeddedObject(Rule):
    """The article embeds a plug-in."""

    name = "security/embedded-object"
    severity = Severity.WARNING
    default = False

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each ``object``, ``embed`` and ``applet`` that stands alone."""
        for element, span in article.written("object", "embed", "applet"):
            if any(outer.tag == "object" for outer in element.ancestors()):
                continue
            yield self.diagnostic(
                span,
                f"`<{element.tag}>` hands the reader's browser a document to run",
                hint="Use `<img>`, `<video>`, `<audio>` or a sandboxed `<iframe>`",
            )
