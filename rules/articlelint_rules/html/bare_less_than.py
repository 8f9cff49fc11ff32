from collections.abc import Sequence

from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, Span, on


class BareLessThan(Rule):
    """The text contains an unescaped `<`."""

    name = "html/bare-less-than"
    severity = WARNING
    default = False
    fixable = SAFE

    @on.problems("bare-less-than")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        for start, length in _runs(problems):
            first, last = (article.html.span(at, at + 1) for at in (start, start + length - 1))
            written = "<" * length if length <= 3 else "<<<…"
            edits = article.replace_html(start, start + length, "&lt;" * length)
            yield self.diagnostic(
                Span(first.start, max(last.end, first.start + 1)),
                f"`{written}` does not begin a tag here",
                fix=Fix.page("Write `&lt;`", *edits),
            )


def _runs(problems: Sequence[HtmlProblem]) -> list[list[int]]:
    """Return where the characters stand in the page and how many, those side by side together."""
    runs: list[list[int]] = []
    for problem in problems:
        if runs and problem.start == sum(runs[-1]):
            runs[-1][1] += 1
        else:
            runs.append([problem.start, 1])
    return runs
