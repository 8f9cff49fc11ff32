from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, Span, on
from articlelint_rules.html._references import clipped, named_references, near_names


class UnknownReference(Rule):
    """A character reference names no known character."""

    name = "html/unknown-reference"
    severity = WARNING
    fixable = SAFE
    many_are_one = True

    @on.problem("unknown-reference")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        start, end = problem.start, problem.end
        written = article.rendering.html[start:end]
        if written == "&#":  # of a swear word, a program: readers see what is written
            return
        near = article.view(near_names)[written]
        edits = article.replace_html(start, end, near) if near else ()
        escape = Fix.page(
            "Write `&amp;`", *article.replace_html(start, start + 1, "&amp;"), otherwise=None
        )
        fix = Fix.unsafe(f"Write `{near}`", *edits) if edits else escape
        yield self.diagnostic(problem.span, _message(written), fix=fix)

    @on.view(named_references)
    def check_text(self, span: Span, article: Article) -> Findings:
        written = span.of(article.text)
        near = article.view(near_names)[written]
        if near is not None:  # else it may be of a program: `&value;`
            fix = Fix.unsafe(f"Write `{near}`", (span, near))
            yield self.diagnostic(span, _message(written), fix=fix)


def _message(written: str) -> str:
    return f"`{clipped(written)}` names no known character, so readers see it as written"
