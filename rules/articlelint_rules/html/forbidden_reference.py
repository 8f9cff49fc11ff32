from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    code_point,
    forbidden,
)
from articlelint_rules.html._references import NUMERIC, clipped, references_in_text
from articlelint_rules.html._verified import replaced, verified


class ForbiddenReference(Rule):
    """A character reference names a character that pages cannot hold."""

    name = "html/forbidden-reference"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = article.html_problems("forbidden-reference")
        candidates = [_mended(article, problem) for problem in problems]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            written = article.rendering.html[problem.start : problem.end]
            yield self.diagnostic(problem.span, _message(written), fix=fix)
        for span in references_in_text(article, NUMERIC):
            written = span.of(article.text)
            if forbidden(_number(written)):
                title, reference = _intended(written)
                fix = Fix.unsafe(title, Edit(span, reference)) if reference else None
                yield self.diagnostic(span, _message(written), fix=fix)


def _message(written: str) -> str:
    return f"`{clipped(written)}` is not a character that a page may hold"


def _mended(article: Article, problem: HtmlProblem) -> tuple[str, tuple[Edit, ...]]:
    """Return the fix that writes what browsers show."""
    title, reference = _intended(article.rendering.html[problem.start : problem.end])
    if not reference:
        return "", ()
    return title, replaced(article, problem.start, problem.end, reference)


def _intended(written: str) -> tuple[str, str]:
    """Return how to mend a reference, and to what: the Windows-1252 character of that number."""
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
