"""The same slip made again and again in an article: one finding, not a hundred."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from articlelint import Fix, Span

MOST_APART: Final = 3
"""So many of one sort in an article are findings of their own."""


class Slip(NamedTuple):
    """What is wrong at *span*, as its message says it, and how to mend it."""

    span: Span
    message: str
    fix: Fix | None = None


def gathered(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Yield *slips*, those of one message and one sort of fix in one where they are many.

    It stands at the first of them, says how many follow, and its fix mends them all.
    """
    sorts: dict[tuple[object, ...], list[Slip]] = {}
    for slip in slips:
        fix = slip.fix and (slip.fix.title, slip.fix.applicability)
        sorts.setdefault((slip.message, fix), []).append(slip)
    for alike in sorts.values():
        if len(alike) <= MOST_APART:
            yield from alike
            continue
        first, fix = alike[0], alike[0].fix
        if fix is not None:
            edits = [edit for each in alike if each.fix for edit in each.fix.edits]
            fix = Fix(f"{fix.title}, at all {len(alike)} places", tuple(edits), fix.applicability)
        more = f", and {len(alike) - 1} more are in this article"
        yield Slip(first.span, f"{first.message}{more}", fix)
