"""html/unknown-reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint_rules.html._gathered import Slip, gathered
from articlelint_rules.html._references import NAMED, references_in_text
from articlelint_rules.html._verified import replaced, verified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class UnknownReference(Rule):
    """A character reference names no character."""

    name = "html/unknown-reference"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each reference; many of one name are one."""
        for slip in gathered(self._slips(article)):
            yield self.diagnostic(slip.span, slip.message, fix=slip.fix)

    def _slips(self, article: Article) -> Iterator[Slip]:
        problems = article.html_problems("unknown-reference")
        escapes = [
            ("Write `&amp;`", replaced(article, problem.start, problem.start + 1, "&amp;"))
            for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, escapes), strict=True):
            written = article.rendering.html[problem.start : problem.end]
            near = _nearest(written)
            edits = replaced(article, problem.start, problem.end, near) if near else ()
            yield Slip(
                problem.span,
                f"`{written}` names no character and is shown as it is",
                Fix.unsafe(f"Write `{near}`", *edits) if edits else fix,
            )
        for span in references_in_text(article, NAMED):
            written = span.of(article.text)
            near = f"&#{written[1:]}" if written[1].isdigit() else _misspelt(written)
            if near is not None:  # else it may be of a program: `&value;`
                yield Slip(
                    span,
                    f"`{written}` names no character and is shown as it is",
                    Fix.unsafe(f"Write `{near}`", Edit(span, near)),
                )


def _misspelt(written: str) -> str | None:
    from html.entities import html5  # noqa: PLC0415 - only where Markdown has a reference

    return None if written[1:] in html5 else _nearest(written)


def _nearest(written: str) -> str | None:
    """Return the reference that *written* misspells, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a name that is wrong
    from html.entities import html5  # noqa: PLC0415 - likewise

    name = written.strip("&;")
    if len(name) < 4 or not name.isalnum():
        return None
    names = [
        each[:-1]
        for each in html5
        if each.endswith(";") and each[0] == name[0] and abs(len(each) - 1 - len(name)) <= 1
    ]
    near = get_close_matches(name, names, 1, 0.75)
    return f"&{near[0]};" if near else None
