from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, Span, on, regex
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
        if near is None and _is_in_address(article.rendering.html, start):
            return  # a part of the query, which goes to the server as it is written
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


def _is_in_address(html: str, at: int) -> bool:
    """Tell whether an address in an attribute goes on up to *at*: `src="a.svg?x&space;y"`."""
    return _ADDRESS.search(html[max(at - _LONGEST, 0) : at]) is not None


_LONGEST = 2_000
_ADDRESS = regex(r"\b(?:href|src)=[\"'][^\"'<>\s]*\Z")


def _message(written: str) -> str:
    return f"`{clipped(written)}` names no known character, so readers see it as written"
