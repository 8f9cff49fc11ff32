from collections.abc import Iterator

from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, Rule
from articlelint_rules.html._gathered import Slip, gathered
from articlelint_rules.html._references import (
    UNFINISHED,
    clipped,
    references_in_text,
    unfinished_in_html,
)
from articlelint_rules.html._verified import inserted, verified


class MissingSemicolon(Rule):
    """A character reference has no semicolon."""

    name = "html/missing-semicolon"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        for slip in gathered(self._slips(article)):
            yield self.diagnostic(slip.span, slip.message, fix=slip.fix)

    def _slips(self, article: Article) -> Iterator[Slip]:
        problems = article.html_problems("missing-semicolon")
        candidates = [("Insert `;`", inserted(article, problem.end, ";")) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            written = article.rendering.html[problem.start : problem.end]
            yield Slip(problem.span, f"The reference `{clipped(written)}` has no semicolon", fix)
        for span in (
            *unfinished_in_html(article),
            *references_in_text(article, UNFINISHED),
        ):
            yield Slip(
                span,
                f"`{span.of(article.text)}` has no semicolon, and is shown as it is",
                Fix.unsafe("Insert `;`", Edit.insert(span.end, ";")),
            )
