from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, HtmlProblem, Rule, Span
from articlelint_rules.html._shown import shown_tags
from articlelint_rules.html._verified import inserted, verified


class MissingAttributeSpace(Rule):
    """Two attributes stand together without a space."""

    name = "html/missing-attribute-space"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = article.html_problems("missing-attribute-space")
        candidates = [("Insert a space", _edits(article, problem)) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            mark = _separator(article, problem)
            if mark is not None:
                yield self.diagnostic(
                    mark,
                    f"`{mark.of(article.text)}` does not separate attributes; a space does",
                    fix=Fix.unsafe("Delete it", Edit.delete(mark)),
                )
                continue
            yield self.diagnostic(
                problem.span, f"A space is missing after `{problem.detail}`", fix=fix
            )
        for shown in shown_tags(article):
            if shown.kind == "missing-attribute-space":
                yield self.diagnostic(
                    shown.span,
                    f"A space is missing after `{shown.name}`",
                    hint=f"Markdown shows this `<{shown.tag}>` as text",
                    fix=Fix.unsafe("Insert a space", Edit.insert(shown.span.end, " ")),
                )


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    return () if problem.closed_at is None else inserted(article, problem.closed_at, " ")


def _separator(article: Article, problem: HtmlProblem) -> Span | None:
    """Return the span of a comma or semicolon after the attribute (``a="1", b="2"``)."""
    end = problem.span.end
    mark = article.text[end : end + 1]
    alone = article.text[end + 1 : end + 2] in _AFTER
    return Span(end, end + 1) if mark in _SEPARATORS and alone else None


_SEPARATORS = frozenset({",", ";"})
_AFTER = frozenset({" ", "\t", "\r", "\n", "/", ">"})
