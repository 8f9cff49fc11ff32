"""Mends front matter that does not parse, where only one mending is right.

A mending is tried before it is offered: what it leads to is parsed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from articlelint import (
    SAFE,
    Applicability,
    Article,
    Edit,
    Fix,
    Format,
    FrontMatter,
    Span,
    SyntaxProblem,
    apply,
    regex,
)

_KEY = regex(r"[ \t]*(?:-[ \t]+)*[\"']?(?P<key>[\w.-]+)")
_TRIED_ALONE = 5
"""Mendings that are tried one by one where all together do not do."""


@dataclass(frozen=True, slots=True)
class Case:
    """A problem and all that a mending is made from."""

    article: Article
    notation: Format
    content: Span
    problem: SyntaxProblem

    @property
    def span(self) -> Span:
        """Return the place of what is at fault."""
        return self.problem.span

    @property
    def words(self) -> str:
        """Return what is at fault."""
        return self.span.of(self.article.text)

    @property
    def line(self) -> Span:
        """Return the line on which the problem begins, as far as it is front matter."""
        text = self.article.text
        start = max(text.rfind("\n", 0, self.span.start) + 1, self.content.start)
        end = text.find("\n", self.span.start, self.content.end)
        end = self.content.end if end < 0 else end
        return Span(start, end - 1 if text[start:end].endswith("\r") else end)

    @property
    def key(self) -> str:
        """Return the key of that line, or nothing."""
        match = _KEY.match(self.article.text, self.line.start, self.line.end)
        return match["key"] if match else ""


Mend: TypeAlias = Callable[[Case], Fix | None]


def fixes(
    article: Article, front_matter: FrontMatter, cases: Iterable[tuple[Case, Mend | None]]
) -> list[Fix | None]:
    """Return the fix of each case, None where there is none that leads to something better."""
    found = [mend(case) if mend else None for case, mend in cases]
    made = [fix for fix in found if fix is not None]
    before = len(front_matter.problems)
    if not made or _helps(article, made, before):
        return found
    left = _TRIED_ALONE
    for index, fix in enumerate(found):
        if fix is not None:
            left -= 1
            if left < 0 or not _helps(article, [fix], before):
                found[index] = None
    return found


def _helps(article: Article, made: Sequence[Fix], problems: int) -> bool:
    """Tell whether *made* leave no problem but those that they are not about."""
    edits = sorted({edit for fix in made for edit in fix.edits}, key=lambda edit: edit.span)
    if any(one.span.end > other.span.start for one, other in pairwise(edits)):
        return False
    after = article.with_text(apply(article.text, edits)).front_matter
    if after is None or after.unclosed:
        return False
    if len(after.problems) > problems - len(made):
        return False
    return bool(after.problems) or after.root is not None


def replace(case: Case, title: str, text: str, how: Applicability = SAFE) -> Fix:
    """Return the fix that writes *text* in place of what is at fault."""
    return Fix(title, (Edit(case.span, text),), how)
