from collections.abc import Sequence

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
    on,
)
from articlelint_rules.html._components import has_expression
from articlelint_rules.html._shown import Shown, misread_tags
from articlelint_rules.html._vocabulary import KNOWN

_TYPING = {
    "mistyped-equals": ("There is no equals sign before a value", "Write `=`", "="),
    "doubled-quote": ("There are two quotes before a value", "Delete one quote", ""),
}


class MalformedAttribute(Rule):
    """A tag contains something that is not an attribute."""

    name = "html/malformed-attribute"
    severity = WARNING
    fixable = SAFE

    strict: bool = False
    """Whether to report a value without a name, which browsers leave out, too."""

    @on.problems("malformed-attribute")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        end = None
        for problem in problems:
            told = list(self._malformed(problem, article))
            if told and not (end is not None and _is_of_same_tag(article, end, problem.start)):
                yield from told
            end = problem.end if told else end

    def _malformed(self, problem: HtmlProblem, article: Article) -> Findings:
        if problem.tag not in KNOWN and "-" not in problem.tag:
            return  # html/unknown-element says it
        if problem.name == "end-tag-with-attributes":
            edits = article.replace_html(problem.start, problem.end, f"</{problem.tag}>")
            fix = Fix.page("Delete the attributes", *edits, otherwise=None)
            yield self.diagnostic(problem.span, "An end tag takes no attributes", fix=fix)
            return
        if problem.detail.startswith('="') and problem.detail.endswith('"') and not self.strict:
            return  # a name is missing, which nobody sees
        if has_expression(problem, article):
            return
        where = f"the tag `<{problem.tag}>`" if problem.tag else "the tag"
        yield self.diagnostic(
            problem.span,
            f"`{problem.detail}` in {where} is not a valid attribute",
            hint="Is there a missing or extra quote, space or equals sign?",
            cause=problem.detail,
        )

    @on.problem("unescaped-quote")
    def check_quotes(self, problem: HtmlProblem, article: Article) -> Findings:
        is_verbatim = article.rendering.source_map.is_verbatim(problem.start, problem.end)
        if problem.closed_at is not None and is_verbatim:
            start = problem.span.start + problem.closed_at - problem.start
            yield self._unescaped(article, problem.span, start, problem.detail)

    @on.view(misread_tags)
    def check_shown(self, shown: Shown, article: Article) -> Findings:
        if shown.kind == "unescaped-quote":
            hint = f"Markdown shows this `<{shown.tag}>` as text"
            yield self._unescaped(article, shown.span, shown.at, shown.name, hint)
        if shown.kind == "strange-name":
            yield self.diagnostic(
                shown.span,
                f"Markdown allows no attribute named `{shown.name}`, so `<{shown.tag}>` is text",
                hint="Begin its name with a letter, `_` or `:`",
            )
        if shown.kind in _TYPING:
            what, title, written = _TYPING[shown.kind]
            yield self.diagnostic(
                shown.span,
                f"{what} in the tag `<{shown.tag}>`",
                hint="Markdown shows the tag as text",
                fix=Fix.unsafe(title, (Span(shown.at, shown.at + 1), written)),
            )
        if shown.kind == "malformed-attribute":
            where = f"`{shown.name}` in the tag `<{shown.tag}>`"
            yield self.diagnostic(
                shown.span,
                f"{where} is not a valid attribute",
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
            cause=article.text[span.start : start],
        )


def _is_of_same_tag(article: Article, end: int, start: int) -> bool:
    """Tell whether what begins at *start* is of the tag that holds *end*: one slip breaks both."""
    html = article.rendering.html
    return end <= start and html.find(">", end, start) < 0
