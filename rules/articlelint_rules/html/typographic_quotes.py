import re

from articlelint import (
    ERROR,
    UNSAFE,
    Article,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    Span,
    Syntax,
    on,
    regex,
)
from articlelint_rules.html._prose import PROSE_HINT
from articlelint_rules.html._shown import QUOTES, Shown, misread_tags


class TypographicQuotes(Rule):
    """A tag has typographic quotes where it needs straight ones."""

    name = "html/typographic-quotes"
    severity = ERROR
    fixable = UNSAFE

    @on.problem("typographic-quotes")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        start = article.text.rfind("<", max(problem.span.start - _NEAR, 0), problem.span.start)
        named = _named_at(article, start) if start >= 0 else None
        if named is not None:
            yield self.diagnostic(
                Span(*named.span("tag")),
                f"`<{named['name']}>` became a tag; readers do not see it",
                hint=PROSE_HINT,
            )
            return
        yield self.diagnostic(
            problem.span,
            f"The quotes around the value of `{problem.detail}` are part of the value",
            hint="Use straight quotes: `\"` or `'`",
            fix=_fix(article, problem),
        )

    @on.view(misread_tags)
    def check_shown(self, shown: Shown, article: Article) -> Findings:
        if shown.kind == "typographic-quotes" and _named_at(article, shown.start) is None:
            yield self.diagnostic(
                shown.span,
                f"The quotes around the value of `{shown.name}` are typographic",
                hint=f"Markdown shows this `<{shown.tag}>` as text",
                fix=_straightened(article, shown.start),
            )


_NEAR = 500
_NAMED = regex(
    r"(?P<tag><(?P<name>body|button|div|form|head|html|link|meta|script|select|style|table"
    r"|template|textarea|ul)\b[^<>\n]{0,300}>)(?:</(?P=name)>)?"
    r"(?![^<\n]{1,300}</(?P=name)>)[ *]{0,3}\w",
    re.IGNORECASE,
)
_WORD_BEFORE = regex(r"\w[ *]{0,3}\Z")


def _named_at(article: Article, start: int) -> re.Match[str] | None:
    """Return the tag at *start* if it stands among the words of a line, which speak of it.

    Nobody puts a box or a script there; links and images many do.
    """
    if article.syntax is not Syntax.MARKDOWN:
        return None
    text = article.text
    named = _NAMED.match(text, start)
    if named is None or _WORD_BEFORE.search(text[max(start - 4, 0) : start]) is None:
        return None
    return named


_ATTRIBUTE_QUOTES = regex(rf"(?<==)[{QUOTES}]|[{QUOTES}](?=[ \t\r\n/>])")


def _straightened(article: Article, start: int) -> Fix | None:
    """Return the fix that straightens the quotes of all attributes of the tag at *start*."""
    end = article.text.find(">", start)
    written = article.text[start : end + 1]
    if end < 0 or '"' in written:
        return None
    found = _ATTRIBUTE_QUOTES.finditer(written)
    edits = [(Span(*match.span()).shift(start), '"') for match in found]
    if not edits or len(edits) % 2:
        return None
    return Fix.unsafe("Write straight quotes", *edits)


def _fix(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that straightens both quotes; None where one of them is missing."""
    written = article.rendering.html[problem.start : problem.end]
    name, equals, value = written.partition("=")
    value = value.strip()
    if len(value) < 2 or value[0] not in QUOTES or value[-1] not in QUOTES + "\"'":
        return None
    if '"' in value[1:-1]:
        return None
    edits = article.replace_html(
        problem.start, problem.end, f'{name.rstrip()}{equals}"{value[1:-1]}"'
    )
    return Fix.unsafe("Write straight quotes", *edits) if edits else None
