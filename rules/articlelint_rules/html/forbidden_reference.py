"""html/forbidden-reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Rule, Severity
from articlelint_rules.html._verified import replaced, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic, Edit
    from articlelint.html import HtmlProblem


class ForbiddenReference(Rule):
    """A character reference names a character that pages cannot hold."""

    name = "html/forbidden-reference"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each reference."""
        problems = article.html_problems("forbidden-reference")
        candidates = [_mended(article, problem) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            written = article.rendering.html[problem.start : problem.end]
            yield self.diagnostic(
                problem.span, f"`{written}` is not a character that a page may hold", fix=fix
            )


def _mended(article: Article, problem: HtmlProblem) -> tuple[str, tuple[Edit, ...]]:
    """Return the fix that writes what browsers show: the Windows-1252 character of that number."""
    digits = article.rendering.html[problem.start + 2 : problem.end].rstrip(";").lower()
    try:
        number = int(digits[1:], 16) if digits.startswith("x") else int(digits[:9])
        character = bytes([number]).decode("cp1252") if 0x80 <= number <= 0x9F else ""
    except ValueError:
        character = ""
    if not character:
        return "", ()
    reference = f"&#x{ord(character):X};"
    edits = replaced(article, problem.start, problem.end, reference)
    return f"Write `{reference}` ({character})", edits
