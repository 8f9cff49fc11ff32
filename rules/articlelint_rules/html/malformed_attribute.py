from articlelint import (
    SAFE,
    WARNING,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    Span,
)
from articlelint_rules.html._shown import shown_tags
from articlelint_rules.html._verified import replaced, verified
from articlelint_rules.html._vocabulary import KNOWN


class MalformedAttribute(Rule):
    """A tag holds something that is no attribute."""

    name = "html/malformed-attribute"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = [
            problem
            for problem in article.html_problems("malformed-attribute")
            if problem.tag in KNOWN or "-" in problem.tag  # the others are html/unknown-element
        ]
        candidates = [("Delete the attributes", _edits(article, problem)) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            if problem.name == "end-tag-with-attributes":
                yield self.diagnostic(problem.span, "An end tag takes no attributes", fix=fix)
                continue
            where = f"the tag `<{problem.tag}>`" if problem.tag else "the tag"
            yield self.diagnostic(
                problem.span,
                f"`{problem.detail}` in {where} is not what an attribute looks like",
                hint="Is a quote, a space or an equals sign missing, or one too many?",
            )
        for problem in article.html_problems("unescaped-quote"):
            if problem.closed_at is not None and article.rendering.source_map.is_verbatim(
                problem.start, problem.end
            ):
                start = problem.span.start + problem.closed_at - problem.start
                yield self._unescaped(article, problem.span, start, problem.detail)
        for shown in shown_tags(article):
            if shown.kind == "unescaped-quote":
                hint = f"Markdown shows this `<{shown.tag}>` as text"
                yield self._unescaped(article, shown.span, shown.at, shown.name, hint)
            if shown.kind == "malformed-attribute":
                yield self.diagnostic(
                    shown.span,
                    f"`{shown.name}` in the tag `<{shown.tag}>` is not what an attribute looks"
                    " like",
                    hint="Markdown shows the tag as text",
                )

    def _unescaped(
        self, article: Article, span: Span, start: int, name: str, hint: str | None = None
    ) -> Diagnostic:
        """Return that the attribute at *span* holds its own quote, first at *start*."""
        quote, last = article.text[start], span.end - 1
        escaped = "&quot;" if quote == '"' else "&#39;"
        edits = [
            Edit(Span(start + place, start + place + 1), escaped)
            for place, character in enumerate(article.text[start:last])
            if character == quote
        ]
        return self.diagnostic(
            span,
            f"The value of `{name}` ends at the `{quote}` inside it",
            hint=hint,
            fix=Fix.unsafe(f"Write `{escaped}` inside the value", *edits),
        )


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that leaves an end tag its name alone; none for a start tag."""
    if problem.name != "end-tag-with-attributes":
        return ()
    return replaced(article, problem.start, problem.end, f"</{problem.tag}>")
