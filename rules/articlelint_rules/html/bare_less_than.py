from collections.abc import Iterator

from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, Rule, Span
from articlelint_rules.html._verified import replaced, verified


class BareLessThan(Rule):
    """A `<` stands in the text as it is."""

    name = "html/bare-less-than"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        runs = list(_runs(article))
        candidates = [("Write `&lt;`", _edits(article, run)) for run in runs]
        for run, fix, (title, edits) in zip(
            runs, verified(article, candidates), candidates, strict=True
        ):
            first, last = (article.html.span(at, at + 1) for at in (run[0], run[-1]))
            written = "<" * len(run) if len(run) <= 3 else "<<<…"
            yield self.diagnostic(
                Span(first.start, max(last.end, first.start + 1)),
                f"`{written}` begins no tag here",
                fix=fix or (Fix.unsafe(title, *edits) if edits else None),
            )


def _runs(article: Article) -> Iterator[list[int]]:
    """Yield where the characters stand in the page, those side by side together."""
    run: list[int] = []
    for problem in article.html_problems("bare-less-than"):
        if run and problem.start != run[-1] + 1:
            yield run
            run = []
        run.append(problem.start)
    if run:
        yield run


def _edits(article: Article, run: list[int]) -> tuple[Edit, ...]:
    return replaced(article, run[0], run[-1] + 1, "&lt;" * len(run))
