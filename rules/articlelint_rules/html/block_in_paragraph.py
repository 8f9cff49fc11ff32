"""html/block-in-paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class BlockInParagraph(Rule):
    """A block stands inside a paragraph, which it ends."""

    name = "html/block-in-paragraph"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each block, at its start tag."""
        for problem in article.html_problems("block-in-paragraph"):
            yield self._of(article, problem)

    def _of(self, article: Article, problem: HtmlProblem) -> Diagnostic:
        paragraph = problem.element
        if paragraph is None or not article.rendering.source_map.is_verbatim(
            paragraph.start, paragraph.end
        ):
            return self.diagnostic(
                problem.span,
                f"Markdown puts these lines into a paragraph, which `<{problem.tag}>` ends",
                hint=f"Put `<{problem.tag}>` at the start of a line, after a blank line",
            )
        return self.diagnostic(
            problem.span,
            f"`<{problem.tag}>` ends the paragraph around it",
            hint=f"Close the `<p>` before `<{problem.tag}>`, or make it a `<div>`",
            related=[Related(paragraph.span, "the paragraph begins here")],
        )
