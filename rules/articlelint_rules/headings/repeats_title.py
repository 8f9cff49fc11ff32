"""headings/repeats-title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Related, Rule, Severity
from articlelint.front_matter import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_TITLE_FROM_HEADING = frozenset({"docusaurus", "mkdocs", "generic"})
"""Here the page shows the heading in place of the title, or nothing is known of the theme."""


class RepeatsTitle(Rule):
    """The first heading repeats the title of the front matter."""

    name = "headings/repeats-title"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield at most one diagnostic, at the heading."""
        front_matter = article.front_matter
        if front_matter is None or article.site.generator.name in _TITLE_FROM_HEADING:
            return
        title = front_matter.find(("title",))
        heading = next(iter(article.headings), None)
        if heading is None or heading.level != 1 or not isinstance(title, Scalar):
            return
        if _folded(heading.text) != _folded(str(title.value)):
            return
        yield self.diagnostic(
            heading.span,
            "The heading repeats the title, which nearly every theme shows by itself",
            fix=Fix.unsafe("Delete the heading", Edit.delete(heading.span)),
            related=[Related(title.span, "the title")],
        )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
