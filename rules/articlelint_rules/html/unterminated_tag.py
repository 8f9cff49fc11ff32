"""html/unterminated-tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Rule, Severity
from articlelint_rules.html._verified import guessed, inserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class UnterminatedTag(Rule):
    """A tag has no `>`, and takes in what follows."""

    name = "html/unterminated-tag"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each tag."""
        for problem in article.html_problems("unterminated-tag"):
            edits = () if problem.closed_at is None else inserted(article, problem.closed_at, ">")
            yield self.diagnostic(
                problem.span,
                f"The tag `<{problem.tag}` is not closed with `>`",
                hint="What follows is taken for its attributes",
                fix=guessed(article, "Insert `>`", edits),
            )
