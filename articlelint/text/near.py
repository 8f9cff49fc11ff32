"""How near two texts come to each other, and which of many is the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def distance(first: str, second: str, limit: int) -> int:
    """Return how many letters have to be added, dropped, changed or swapped, at most *limit*.

    The optimal string alignment distance.
    """
    if abs(len(first) - len(second)) >= limit:
        return limit
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        last, before, row = before, row, [i] + [0] * len(second)
        for j, other in enumerate(second, 1):
            cost = before[j - 1] + (letter != other)
            row[j] = min(cost, before[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                row[j] = min(row[j], last[j - 2] + 1)
        if min(row) >= limit:
            return limit
    return min(row[-1], limit)


def nearest(text: str, others: Iterable[str], *, likeness: float) -> str | None:
    """Return the one of *others* that resembles *text* most; None if none is similar enough.

    *likeness* is difflib's ratio, from 0 (nothing in common) to 1 (the same).
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(text, list(others), 1, likeness)), None)


def nearest_name(name: str, others: Iterable[str], *, likeness: float = 0.8) -> str | None:
    """Return the one of *others* that resembles *name* most, ignoring case; see ``nearest``.

    If several differ only in case, the first one counts.
    """
    lower: dict[str, str] = {}
    for each in others:
        lower.setdefault(each.lower(), each)
    near = nearest(name.lower(), lower, likeness=likeness)
    return None if near is None else lower[near]
