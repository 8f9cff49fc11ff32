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
    on,
    regex,
)
from articlelint_rules.html._components import has_expression


class UnquotedValue(Rule):
    """An attribute's value needs quotes but has none."""

    name = "html/unquoted-value"
    severity = WARNING
    fixable = SAFE

    strict: bool = False
    """Whether to report values that every browser reads as intended, too."""

    @on.problem("unquoted-value")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        if has_expression(problem, article):
            return
        value = f"The value of `{problem.detail}`"
        half = _half_quoted(article, problem)
        if half is not None:
            message = f"{value} ends with a quote but does not begin with one"
            yield self.diagnostic(problem.span, message, fix=half)
            return
        written = article.rendering.html[problem.start : problem.end]
        if not self.strict and _MISSING.isdisjoint(written):
            return
        fix = Fix.page("Put it in quotes", *_edits(article, problem), otherwise=None)
        message = f"{value} contains characters that need quotes around it"
        yield self.diagnostic(problem.span, message, fix=fix)

    @on.attribute("alt", "title", "aria-label", "placeholder")
    def check_words(self, attribute: Attribute, article: Article) -> Findings:
        start, end = attribute.offsets
        html = article.rendering.html
        if "=" not in html[start:end] or html[end - 1] in "\"'":
            return
        words = _WORDS.match(html, end)
        if words is None or not _ATTRIBUTES.isdisjoint(words[0].lower().split()):
            return
        whole = f'{attribute.name}="{attribute.value}{words[0]}"'
        edits = article.replace_html(start, words.end(), whole)
        if edits:
            yield self.diagnostic(
                edits[0].span,
                f"The value of `{attribute.name}` ends after `{attribute.value}`; the words that"
                " follow are read as attributes",
                fix=Fix.unsafe("Put all of it in quotes", *edits),
            )


_WORDS = regex(r"(?:[ \t\r\n]+[^\W\d_][^\s\"'<>/=&-]*)+(?=[ \t\r\n]*/?>|[ \t\r\n]+[\w-]+=)")
_ATTRIBUTES = frozenset(
    {"allowfullscreen", "async", "autofocus", "autoplay", "checked", "class", "controls", "default",
     "defer", "disabled", "download", "hidden", "id", "inert", "ismap", "itemscope", "loop",
     "multiple", "muted", "nomodule", "novalidate", "open", "playsinline", "readonly", "required",
     "reversed", "selected"}
)  # fmt: skip
"""What stands in a tag without a value."""


_MISSING = frozenset("\"'<`")
"""What tells of a quote or a space that is missing near."""


def _half_quoted(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that puts the missing opening quote of ``src=a.jpg"``, or None."""
    name, _, value = article.rendering.html[problem.start : problem.end].partition("=")
    quote = value[-1:]
    if quote not in {'"', "'"} or quote in value[:-1]:
        return None
    edits = article.replace_html(problem.start, problem.end, f"{name}={quote}{value.lstrip()}")
    return Fix.unsafe(f"Insert the opening `{quote}`", *edits) if edits else None


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    written = article.rendering.html[problem.start : problem.end]
    name, _, value = written.partition("=")
    quote = "'" if '"' in value else '"'
    if not value or quote in value:
        return ()
    return article.replace_html(problem.start, problem.end, f"{name}={quote}{value.strip()}{quote}")
