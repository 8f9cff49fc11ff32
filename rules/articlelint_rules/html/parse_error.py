"""html/parse-error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class ParseError(Rule):
    """The markup breaks the HTML standard in a way that no other rule explains."""

    name = "html/parse-error"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each error."""
        for kind in ("parse-error", "too-deep", "too-large", "unjudged"):
            for problem in article.html_problems(kind):
                yield self.diagnostic(problem.span, _message(problem))


def _message(problem: HtmlProblem) -> str:
    match problem.kind:
        case "too-deep":
            return "Elements are nested so deeply that browsers give up; nothing after was checked"
        case "too-large":
            return "The markup is too tangled to be checked in reasonable time"
        case "unjudged":
            return "The parser failed here; nothing after this place was checked"
    if problem.code.startswith("expected-doctype"):
        return "No `<!doctype html>` begins the document; browsers lay it out as they did in 1999"
    if problem.code == "expected-closing-tag-but-got-char":
        return "This is no end tag: no space may follow `</`; browsers take it for a comment"
    name = problem.name or problem.code
    tag = f" (`<{problem.tag}>`)" if problem.tag else ""
    return f"The HTML standard calls this {name}{tag}"
