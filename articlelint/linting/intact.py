"""Front matter that can be read stays so: a fix that would break it is not offered.

Most fixes cannot: they are made in a body that a fence closes off. What is left is fixes in front
matter, and fixes near front matter whose end nothing but its lines tells.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from articlelint.front_matter import Format
from articlelint.text.edit import Applicability, apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.text.edit import Fix

_BUDGET: Final = 200_000
"""How many characters are read again at most for the fixes of one article.

Fixes that are left over are offered: they are looked at once more before they are made.
"""
_LOOK: Final = 1_000
"""So many characters are read in the time that a look takes at least."""


def can_be_read(article: Article) -> bool:
    """Tell whether there is front matter, and nothing wrong with its syntax."""
    front_matter = article.front_matter
    return front_matter is not None and front_matter.root is not None and not front_matter.problems


def without_harm(article: Article, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return *found*, without the fixes after which front matter that can be read no longer can.

    A fix of the body may not move the end of the front matter either.
    """
    fixes = {index: each.fix for index, each in enumerate(found) if each.fix}
    if not (fixes and can_be_read(article)):
        return list(found)
    reach = _reach(article)
    near = {index: fix for index, fix in fixes.items() if _may_harm(fix, reach)}
    if not near:
        return list(found)
    harmful = _Search(article, reach).harmful(near)
    return [
        replace(each, fix=None) if index in harmful else each for index, each in enumerate(found)
    ]


def _reach(article: Article) -> int:
    """Return up to where edits may change what front matter there is."""
    matter = article.front_matter
    if matter is None or not (matter.opening and matter.closing) or matter.fence_defects:
        return len(article.text)
    return matter.span.end


def _may_harm(fix: Fix, reach: int) -> bool:
    return fix.applicability > Applicability.DISPLAY and fix.span.start <= reach


class _Search:
    """Looks for harmful fixes, many at once: mostly none is, and one look tells."""

    def __init__(self, article: Article, reach: int) -> None:
        self._article = article
        self._body = _body(article)
        self._cost = reach + _LOOK
        self._left = _BUDGET

    def harmful(self, fixes: dict[int, Fix]) -> set[int]:
        """Return which of *fixes* do harm alone."""
        found: set[int] = set()
        # An unsafe fix may undo the harm of a safe one, which is made without it, too.
        for applicability in sorted({fix.applicability for fix in fixes.values()}, reverse=True):
            alike = {at: fix for at, fix in fixes.items() if fix.applicability is applicability}
            of_body = {at: fix for at, fix in alike.items() if fix.span.start > self._body}
            others = {at: fix for at, fix in alike.items() if at not in of_body}
            found |= self._among(others, keeps_end=False) | self._among(of_body, keeps_end=True)
        return found

    def _among(self, fixes: dict[int, Fix], *, keeps_end: bool) -> set[int]:
        found: set[int] = set()
        rest = sorted(fixes, key=lambda index: fixes[index].span)
        while rest and self._left >= self._cost:
            apart, rest = _apart(rest, fixes)
            pending = [apart]
            while pending and self._left >= self._cost:
                group = pending.pop()
                if self._is_harmless([fixes[index] for index in group], keeps_end=keeps_end):
                    continue
                if len(group) == 1:
                    found.update(group)
                else:
                    middle = len(group) // 2
                    pending += [group[middle:], group[:middle]]
        return found

    def _is_harmless(self, fixes: Sequence[Fix], *, keeps_end: bool) -> bool:
        self._left -= self._cost
        text = apply(self._article.text, [edit for fix in fixes for edit in fix.edits])
        after = self._article.with_text(text)
        return can_be_read(after) and not (keeps_end and _body(after) != self._body)


def _body(article: Article) -> int:
    """Return where the body begins: nowhere in an HTML document whose head is front matter."""
    matter = article.front_matter
    if matter is None or matter.format is Format.META:
        return len(article.text) + 1
    return matter.span.end


def _apart(order: Iterable[int], fixes: dict[int, Fix]) -> tuple[list[int], list[int]]:
    """Return those of *fixes*, in *order*, of which none touches another, and the others."""
    apart: list[int] = []
    rest: list[int] = []
    end = -1
    for index in order:
        if fixes[index].span.start > end:
            apart.append(index)
            end = fixes[index].span.end
        else:
            rest.append(index)
    return apart, rest
