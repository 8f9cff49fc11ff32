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
        html = article.rendering.html
        for start, end in _runs(problems):
            signs = [at for at in range(start, end) if html[at] == "<"]
            length = next((n for n, at in enumerate(signs) if at > start + n), len(signs))
            first, last = (article.html.span(at, at + 1) for at in (start, start + length - 1))
            written = "<" * length if length <= 3 else "<<<…"
            edits = [edit for at in signs for edit in article.replace_html(at, at + 1, "&lt;")]
            yield self.diagnostic(
                Span(first.start, max(last.end, first.start + 1)),
                f"`{written}` does not begin a tag here",
                fix=Fix.page("Write `&lt;`", *edits),
            )


def _runs(problems: Sequence[HtmlProblem]) -> list[list[int]]:
    """Return from where to where they stand in the page, those side by side together."""
    runs: list[list[int]] = []
    for problem in problems:
        if runs and problem.start == runs[-1][1]:
            runs[-1][1] = problem.end
        else:
            runs.append([problem.start, problem.end])
    return runs
