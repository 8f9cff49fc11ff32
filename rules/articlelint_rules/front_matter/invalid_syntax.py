"""front-matter/invalid-syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class InvalidSyntax(Rule):
    """The front matter does not follow the grammar of its format."""

    name = "front-matter/invalid-syntax"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each cause."""
        front_matter = article.front_matter
        if front_matter is None:
            return
        for problem in front_matter.problems:
            related = (Related(span, message) for span, message in problem.related)
            yield self.diagnostic(problem.span, problem.message, hint=problem.hint, related=related)
