from articlelint import (
    SAFE,
    WARNING,
    Article,
    Attribute,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    regex,
)
from articlelint_rules.html._verified import replaced, verified


class UnquotedValue(Rule):
    """An attribute's value needs quotes and has none."""

    name = "html/unquoted-value"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = article.html_problems("unquoted-value")
        candidates = [("Put it between quotes", _edits(article, problem)) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            half = _half_quoted(article, problem)
            if half is not None:
                yield self.diagnostic(
                    problem.span,
                    f"The value of `{problem.detail}` ends with a quote and begins with none",
                    fix=half,
                )
                continue
            yield self.diagnostic(
                problem.span,
                f"The value of `{problem.detail}` holds characters that need quotes around it",
                fix=fix,
            )
        for name in _SENTENCES:
            for _, attribute in article.written_attributes(name):
                yield from self._cut_off(article, attribute)

    def _cut_off(self, article: Article, attribute: Attribute) -> Findings:
        """Yield that the words after an unquoted value were meant as a part of it."""
        start, end = attribute.offsets
        html = article.rendering.html
        if "=" not in html[start:end] or html[end - 1] in "\"'":
            return
        words = _WORDS.match(html, end)
        if words is None or not _ATTRIBUTES.isdisjoint(words[0].lower().split()):
            return
        value = f"{attribute.value}{words[0]}"
        title = "Put it all between quotes"
        edits = replaced(article, start, words.end(), f'{attribute.name}="{value}"')
        if edits:
            yield self.diagnostic(
                edits[0].span,
                f"The value of `{attribute.name}` ends after `{attribute.value}`; the words that"
                " follow are taken for attributes",
                fix=Fix.unsafe(title, *edits),
            )


_SENTENCES = ("alt", "title", "aria-label", "placeholder")
"""Attributes whose values are words."""
_WORDS = regex(r"(?:[ \t\r\n]+[^\W\d_][^\s\"'<>/=&-]*)+(?=[ \t\r\n]*/?>|[ \t\r\n]+[\w-]+=)")
_ATTRIBUTES = frozenset(
    {"allowfullscreen", "async", "autofocus", "autoplay", "checked", "class", "controls", "default",
     "defer", "disabled", "download", "hidden", "id", "inert", "ismap", "itemscope", "loop",
     "multiple", "muted", "nomodule", "novalidate", "open", "playsinline", "readonly", "required",
     "reversed", "selected"}
)  # fmt: skip
"""What stands in a tag without a value."""


def _half_quoted(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that puts the missing opening quote of ``src=a.jpg"``, or None."""
    name, _, value = article.rendering.html[problem.start : problem.end].partition("=")
    quote = value[-1:]
    if quote not in {'"', "'"} or quote in value[:-1]:
        return None
    edits = replaced(article, problem.start, problem.end, f"{name}={quote}{value.lstrip()}")
    return Fix.unsafe(f"Insert the opening `{quote}`", *edits) if edits else None


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    written = article.rendering.html[problem.start : problem.end]
    name, _, value = written.partition("=")
    quote = "'" if '"' in value else '"'
    if not value or quote in value:
        return ()
    return replaced(article, problem.start, problem.end, f"{name}={quote}{value.strip()}{quote}")
