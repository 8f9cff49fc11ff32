from articlelint import ERROR, UNSAFE, Article, Findings, Fix, HtmlProblem, Rule, Span, on, regex
from articlelint_rules.html._shown import QUOTES, Shown, misread_tags


class TypographicQuotes(Rule):
    """A tag has typographic quotes where it needs straight ones."""

    name = "html/typographic-quotes"
    severity = ERROR
    fixable = UNSAFE

    @on.problem("typographic-quotes")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        yield self.diagnostic(
            problem.span,
            f"The quotes around the value of `{problem.detail}` are part of the value",
            hint="Use straight quotes: `\"` or `'`",
            fix=_fix(article, problem),
        )

    @on.view(misread_tags)
    def check_shown(self, shown: Shown, article: Article) -> Findings:
        if shown.kind == "typographic-quotes":
            yield self.diagnostic(
                shown.span,
                f"The quotes around the value of `{shown.name}` are typographic",
                hint=f"Markdown shows this `<{shown.tag}>` as text",
                fix=_straightened(article, shown.start),
            )


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
