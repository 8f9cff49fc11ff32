from articlelint import (
    SAFE,
    WARNING,
    Article,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    Span,
    code_point,
    forbidden,
    on,
)
from articlelint_rules.html._references import clipped, numeric_references

_CARRIAGE_RETURN = 13


class ForbiddenReference(Rule):
    """A character reference names a character that pages must not contain."""

    name = "html/forbidden-reference"
    severity = WARNING
    fixable = SAFE

    @on.problem("forbidden-reference")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        written = article.rendering.html[problem.start : problem.end]
        if _number(written) == _CARRIAGE_RETURN:
            return  # it stays, and does no harm
        title, reference = _intended(written)
        edits = article.replace_html(problem.start, problem.end, reference) if reference else ()
        fix = Fix.page(title, *edits, otherwise=None)  # what browsers show
        yield self.diagnostic(problem.span, _message(written), fix=fix)

    @on.view(numeric_references)
    def check_text(self, span: Span, article: Article) -> Findings:
        written = span.of(article.text)
        number = _number(written)
        if number != _CARRIAGE_RETURN and forbidden(number):
            title, reference = _intended(written)
            fix = Fix.unsafe(title, (span, reference)) if reference else None
            yield self.diagnostic(span, _message(written), fix=fix)


def _message(written: str) -> str:
    return f"`{clipped(written)}` is not a character that is allowed in pages"


def _intended(written: str) -> tuple[str, str]:
    """Return how to fix a reference, and to what: the Windows-1252 character of that number."""
    try:
        character = bytes([_number(written)]).decode("cp1252")
    except ValueError:
        return "", ""
    if _number(written) < 0x80:
        return "", ""
    return f"Write `&#x{ord(character):X};` ({character})", f"&#x{ord(character):X};"


def _number(written: str) -> int:
    digits = written[2:].rstrip(";").lower()
    return code_point(digits[1:], 16) if digits.startswith("x") else code_point(digits, 10)
