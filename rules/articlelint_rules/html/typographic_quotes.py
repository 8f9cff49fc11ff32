"""html/typographic-quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.html._verified import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class TypographicQuotes(Rule):
    """Typographic quotes stand where a tag needs straight ones."""

    name = "html/typographic-quotes"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each attribute."""
        for problem in article.html_problems("typographic-quotes"):
            yield self.diagnostic(
                problem.span,
                f"The quotes around the value of `{problem.detail}` are part of the value",
                hint="Use straight quotes: `\"` or `'`",
                fix=_fix(article, problem),
            )


_QUOTES = "\u201c\u201d\u2018\u2019\u2032\u2033\uff02\uff07"


def _fix(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that straightens both quotes; None where one of them is missing."""
    written = article.rendering.html[problem.start : problem.end]
    name, equals, value = written.partition("=")
    value = value.strip()
    if len(value) < 2 or value[0] not in _QUOTES or value[-1] not in _QUOTES + "\"'":
        return None
    if '"' in value[1:-1]:
        return None
    edits = replaced(article, problem.start, problem.end, f'{name.rstrip()}{equals}"{value[1:-1]}"')
    return Fix.unsafe("Write straight quotes", *edits) if edits else None
