from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    Span,
    nearest,
    on,
)
from articlelint_rules.html._references import clipped, named_references


class UnknownReference(Rule):
    """A character reference names no character."""

    name = "html/unknown-reference"
    severity = WARNING
    fixable = SAFE
    many_are_one = True

    @on.problem("unknown-reference")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        start, end = problem.start, problem.end
        written = article.rendering.html[start:end]
        near = article.view(_near_names)[written]
        edits = article.replace_html(start, end, near) if near else ()
        escape = Fix.page(
            "Write `&amp;`", *article.replace_html(start, start + 1, "&amp;"), otherwise=None
        )
        fix = Fix.unsafe(f"Write `{near}`", *edits) if edits else escape
        yield self.diagnostic(problem.span, _message(written), fix=fix)

    @on.view(named_references)
    def check_text(self, span: Span, article: Article) -> Findings:
        written = span.of(article.text)
        near = article.view(_near_names)[written]
        if near is not None:  # else it may be of a program: `&value;`
            fix = Fix.unsafe(f"Write `{near}`", Edit(span, near))
            yield self.diagnostic(span, _message(written), fix=fix)


def _message(written: str) -> str:
    return f"`{clipped(written)}` names no character and is shown as it is"


class _NearNames(dict[str, str | None]):
    """The reference that each one misspells, or None; one is looked up for half a millisecond."""

    def __missing__(self, written: str) -> str | None:
        self[written] = _nearest(written) if len(self) < _MOST else None
        return self[written]


def _near_names(_: Article) -> _NearNames:
    """Return what remembers the names that were looked up for one article."""
    return _NearNames()


_MOST = 200


def _nearest(written: str) -> str | None:
    from html.entities import html5  # noqa: PLC0415 - only for a name that is wrong

    name = written.strip("&;")
    if name.isdigit() and written.endswith(";"):
        return f"&#{name};"
    if len(name) < 4 or not name.isalnum() or f"{name};" in html5:
        return None
    names = [
        each[:-1]
        for each in html5
        if each.endswith(";") and each[0] == name[0] and abs(len(each) - 1 - len(name)) <= 1
    ]
    near = nearest(name, names, likeness=0.75)
    return f"&{near};" if near else None
