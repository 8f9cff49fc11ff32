"""Where the time of a run goes: by rule, and by view of an article."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from articlelint.article.view import Observer, cached_view
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "rule"
VIEW = "view"


class Spent(NamedTuple):
    """What one rule or view took: seconds of its own, without what it asked for, and calls."""

    kind: str
    name: str
    seconds: float
    calls: int


class Profile(Observer):
    """Measures processor time while it is entered; of several at once the last one counts.

    A view is made when the first rule asks for it: its time is its own, not that rule's.
    """

    def __init__(self) -> None:
        self._spent: dict[tuple[str, str], tuple[float, int]] = {}
        self._open: list[tuple[tuple[str, str], float, float]] = []
        self._inside = 0.0

    def __enter__(self) -> Self:
        cached_view.observer = self
        return self

    def __exit__(self, *error: object) -> None:
        cached_view.observer = None

    def begin(self, name: str, kind: str = VIEW) -> None:
        """Note that *name* is at work now."""
        self._open.append(((kind, name), time.process_time(), self._inside))
        self._inside = 0.0

    def end(self) -> None:
        """Note that what began last is done."""
        key, began, outer = self._open.pop()
        took = time.process_time() - began
        seconds, calls = self._spent.get(key, (0.0, 0))
        self._spent[key] = (seconds + took - self._inside, calls + 1)
        self._inside = outer + took

    def spent(self, kind: str) -> list[Spent]:
        """Return what the rules or the views took, the longest first."""
        found = [Spent(*key, *value) for key, value in self._spent.items() if key[0] == kind]
        return sorted(found, key=lambda each: (-each.seconds, each.name))

    def table(self) -> Iterator[str]:
        """Yield the lines of a table: rules, then views, in milliseconds and parts of all."""
        total = sum(seconds for seconds, _ in self._spent.values())
        for kind in (RULE, VIEW):
            spent = self.spent(kind)
            own = sum(each.seconds for each in spent)
            yield f"{own * 1000:9.1f} ms  {_part(own, total)}         all {kind}s"
            for each in spent:
                shown = f"{each.seconds * 1000:9.1f} ms  {_part(each.seconds, total)}"
                yield f"{shown}  {each.calls:6}  {each.name}"


def _part(seconds: float, total: float) -> str:
    return f"{seconds / total:6.1%}" if total else "     -"
