"""front-matter/not-a-mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint.front_matter import Sequence
from articlelint_rules.front_matter._values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.front_matter import Value


class NotAMapping(Rule):
    """The front matter holds a text or a list instead of keys with values."""

    name = "front-matter/not-a-mapping"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for the whole of what stands there."""
        front_matter = article.front_matter
        if front_matter is None or front_matter.top_level is None:
            return
        value = front_matter.top_level
        yield self.diagnostic(
            value.span,
            f"The front matter is {_kind(value)}, not `key: value` lines",
            hint="Write each value behind its key, like `title: …`",
        )


def _kind(value: Value) -> str:
    if isinstance(value, Sequence):
        return "a list"
    return f"the text `{shown(str(value.value))}`"
