from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, Span, on, regex
from articlelint_rules.html._shown import Shown, misread_tags

_FILLED = regex(r"(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'))?\{[{%]")


class MissingAttributeSpace(Rule):
    """There is no space between two attributes."""

    name = "html/missing-attribute-space"
    severity = WARNING
    fixable = SAFE

    strict: bool = False
    """Whether to report what browsers correct without a visible difference, too."""

    @on.problem("missing-attribute-space")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        if not self.strict:
            return
        mark = _separator(article, problem)
        if mark is not None:
            yield self.diagnostic(
                mark,
                f"`{mark.of(article.text)}` does not separate attributes; a space does",
                fix=Fix.unsafe("Delete it", (mark, "")),
            )
            return
        if _FILLED.match(article.text, problem.span.end):
            return  # what the template puts there is known to nobody
        edits = article.insert_html(problem.closed_at or 0, " ")
        fix = Fix.page("Insert a space", *edits, otherwise=None)
        yield self.diagnostic(problem.span, f"A space is missing after `{problem.detail}`", fix=fix)

    @on.view(misread_tags)
    def check_shown(self, shown: Shown, article: Article) -> Findings:
        if shown.kind != "missing-attribute-space" or not article.dialect.is_known:
            return
        value = shown.span.of(article.text)
        if "**" in value:
            return  # `<a b='**c**'d='1'\>` is meant for text
        if value[-2:] in {'>"', ">'"}:
            end = shown.span.end
            yield self.diagnostic(
                shown.span,
                f"The quote behind `{shown.name}` belongs before the `>`",
                hint=f"Markdown shows this `<{shown.tag}>` as text",
                fix=Fix.unsafe("Move it", (Span(end - 2, end), f"{value[-1]}>")),
            )
        else:
            yield self.diagnostic(
                shown.span,
                f"A space is missing after `{shown.name}`",
                hint=f"Markdown shows this `<{shown.tag}>` as text",
                fix=Fix.unsafe("Insert a space", (Span.at(shown.span.end), " ")),
            )


def _separator(article: Article, problem: HtmlProblem) -> Span | None:
    """Return the span of a comma or semicolon after the attribute (``a="1", b="2"``)."""
    end = problem.span.end
    mark = article.text[end : end + 1]
    alone = article.text[end + 1 : end + 2] in _AFTER
    return Span(end, end + 1) if mark in _SEPARATORS and alone else None


_SEPARATORS = frozenset({",", ";"})
_AFTER = frozenset({" ", "\t", "\r", "\n", "/", ">"})
