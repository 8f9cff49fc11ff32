from collections.abc import Iterator

from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, Rule
from articlelint_rules.html._gathered import Slip, gathered
from articlelint_rules.html._references import NAMED, clipped, references_in_text
from articlelint_rules.html._verified import replaced, verified


class UnknownReference(Rule):
    """A character reference names no character."""

    name = "html/unknown-reference"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        for slip in gathered(self._slips(article)):
            yield self.diagnostic(slip.span, slip.message, fix=slip.fix)

    def _slips(self, article: Article) -> Iterator[Slip]:
        problems = article.html_problems("unknown-reference")
        escapes = [
            ("Write `&amp;`", replaced(article, problem.start, problem.start + 1, "&amp;"))
            for problem in problems
        ]
        near_names = _NearNames()
        for problem, fix in zip(problems, verified(article, escapes), strict=True):
            written = article.rendering.html[problem.start : problem.end]
            near = near_names[written]
            edits = replaced(article, problem.start, problem.end, near) if near else ()
            yield Slip(
                problem.span,
                f"`{clipped(written)}` names no character and is shown as it is",
                Fix.unsafe(f"Write `{near}`", *edits) if edits else fix,
            )
        for span in references_in_text(article, NAMED):
            written = span.of(article.text)
            near = near_names[written]
            if near is not None:  # else it may be of a program: `&value;`
                yield Slip(
                    span,
                    f"`{clipped(written)}` names no character and is shown as it is",
                    Fix.unsafe(f"Write `{near}`", Edit(span, near)),
                )


class _NearNames(dict[str, str | None]):
    """The reference that each one misspells, or None; one is looked up for half a millisecond."""

    def __missing__(self, written: str) -> str | None:
        self[written] = _nearest(written) if len(self) < _MOST else None
        return self[written]


_MOST = 200


def _nearest(written: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a name that is wrong
    from html.entities import html5  # noqa: PLC0415 - likewise

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
    near = get_close_matches(name, names, 1, 0.75)
    return f"&{near[0]};" if near else None
