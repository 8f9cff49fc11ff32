"""accessibility/missing-frame-title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint_rules.accessibility._names import has_name, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class MissingFrameTitle(Rule):
    """A frame has no title."""

    name = "accessibility/missing-frame-title"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each frame that is shown and has no name."""
        for element, span in article.written("iframe", "frame"):
            sizes = {element.get("width"), element.get("height")}
            if has_name(element) or is_hidden(element) or sizes & {"0", "0px"}:
                continue
            yield self.diagnostic(
                span,
                "The frame has no title",
                hint="Say in `title` what it shows",
            )
