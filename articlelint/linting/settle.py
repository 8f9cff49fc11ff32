"""What becomes of findings: some give way, fixes are proven, many alike are told as one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from articlelint.linting.intact import without_harm
from articlelint.linting.proof import prove
from articlelint.text.edit import Fix
from articlelint.text.span import Span, SpanIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.plan import Plan
    from articlelint.text.edit import Edit

MOST_APART: Final = 3
"""So many findings of one sort in an article stand by themselves."""


def settled(article: Article, plan: Plan, found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings of *plan* as they are told."""
    if not found:
        return found
    if any(each.spoils for each in found):
        found = _without_spoilt(found, plan)
    if plan.yielding:
        found = _without_yielding(found, plan, article.text)
    found = without_harm(article, prove(article, found))
    gathered = _gathered(found, plan.gathering) if plan.gathering else found
    if len(gathered) == len(found):
        return gathered
    return without_harm(article, gathered)  # each fix may be harmless, and all together not


def _without_spoilt(found: list[Diagnostic], plan: Plan) -> list[Diagnostic]:
    """Leave out what follows from another mistake, of which something is told."""
    spans: dict[str, list[Span]] = {}
    for each in found:
        if each.spoils:
            for family in each.spoils.families:
                spans.setdefault(family, []).append(each.spoils.span)
    spoilt = {family: SpanIndex(of_family) for family, of_family in spans.items()}
    return [
        replace(each, spoils=None) if each.spoils else each
        for each in found
        if each.rule in plan.unsuppressable
        or (index := spoilt.get(each.rule.partition("/")[0])) is None
        or not index.has_around(each.span)
    ]


def _without_yielding(found: list[Diagnostic], plan: Plan, text: str) -> list[Diagnostic]:
    """Leave out the findings where a rule that says it better has one.

    That is the same place, a part of it, or what it is a part of; a value with its quotes and
    without is one place.
    """
    better = {name for names in plan.yielding.values() for name in names}
    places: dict[str, list[Span]] = {}
    for each in sorted(found, key=lambda each: each.span):
        if each.rule in better:
            places.setdefault(each.rule, []).append(_inner(each.span, text))
    return [
        each
        for each in found
        if not any(
            _has_near(places.get(name, ()), _inner(each.span, text))
            for name in plan.yielding.get(each.rule, ())
        )
    ]


def _has_near(spans: Sequence[Span], place: Span) -> bool:
    """Tell whether one of *spans*, in order and of one rule, lies in *place* or around it."""
    after = bisect_left(spans, place.start, key=lambda span: span.start)
    if after and spans[after - 1].encloses(place):
        return True
    while after < len(spans) and spans[after].start <= place.end:
        if place.encloses(spans[after]) or spans[after].encloses(place):
            return True
        after += 1
    return False


def _inner(span: Span, text: str) -> Span:
    """Return *span* without the quotes around what is in it."""
    start, end = span
    is_quoted = end - start > 1 and text[start] in "\"'" and text[start] == text[end - 1]
    return Span(start + 1, end - 1) if is_quoted else span


def _gathered(found: Sequence[Diagnostic], rules: Collection[str]) -> list[Diagnostic]:
    """Tell those of one message and one sort of fix as one where they are many.

    It stands at the first of them, says how many follow, and its fix makes the edits of all.
    """
    result: list[Diagnostic] = []
    sorts: dict[tuple[object, ...], list[Diagnostic]] = {}
    for each in found:
        if each.rule in rules:
            fix = each.fix and (each.fix.title, each.fix.applicability)
            sorts.setdefault((each.rule, each.message, each.severity, fix), []).append(each)
        else:
            result.append(each)
    for alike in sorts.values():
        if len(alike) <= MOST_APART:
            result += alike
        else:
            result.append(_as_one(sorted(alike, key=lambda each: each.span)))
    return result


def _as_one(alike: Sequence[Diagnostic]) -> Diagnostic:
    first = alike[0]
    fix = first.fix
    if fix is not None:
        edits = tuple(_apart(each.fix for each in alike if each.fix))
        fix = Fix(f"{fix.title}, at all {len(alike)} places", edits, fix.applicability)
    message = f"{first.message}, and {len(alike) - 1} more are in this article"
    return replace(first, message=message, fix=fix)


def _apart(fixes: Iterable[Fix]) -> Iterator[Edit]:
    """Yield the edits of *fixes*, but for those that touch what a fix before has edited."""
    done = -1
    for fix in sorted(fixes, key=lambda fix: fix.span):
        if fix.span.start > done:
            yield from fix.edits
            done = fix.span.end
