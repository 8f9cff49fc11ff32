from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, Span, on, regex
from articlelint_rules.html._references import clipped, unfinished_references

_PARAMETER = regex(r"\w*=")


class MissingSemicolon(Rule):
    """A character reference has no semicolon."""

    name = "html/missing-semicolon"
    severity = WARNING
    fixable = SAFE
    many_are_one = True

    @on.problem("missing-semicolon")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        written = clipped(article.rendering.html[problem.start : problem.end])
        html = article.rendering.html
        if _PARAMETER.match(html, problem.end):  # `?a=1&para2=3`: an ampersand was meant
            edits = article.replace_html(problem.start, problem.start + 1, "&amp;")
            fix = Fix.unsafe("Write `&amp;`", *edits) if edits else None
        else:
            edits = article.insert_html(problem.end, ";")
            fix = Fix.page("Insert `;`", *edits, otherwise=None)
        yield self.diagnostic(problem.span, f"The reference `{written}` has no semicolon", fix=fix)

    @on.view(unfinished_references)
    def check_shown(self, span: Span, article: Article) -> Findings:
        yield self.diagnostic(
            span,
            f"`{span.of(article.text)}` has no semicolon, so readers see it as written",
            fix=Fix.unsafe("Insert `;`", (Span.at(span.end), ";")),
        )
