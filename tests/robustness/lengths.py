"""How checking hostile texts grows with their length, and how long a megabyte takes.

As a command it prints a line for each pattern whose work more than doubles with the length, or that
is slow::

    python -m tests.robustness.lengths [--lengths 125000 250000 1000000] [NAME ...]

Work is counted in calls, which no other program on the machine changes; what runs within one call
(a regular expression, the parser of Markdown) is seen in the processor's seconds alone.
"""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint import Article
from articlelint.generators import by_name
from articlelint.linting.linter import gather, lint
from articlelint.site import Site
from tests.robustness.fuzz import NOW, RULES
from tests.robustness.hostile import HOSTILE, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_MOST: Final = 2.3
_A_MEGABYTE: Final = 10.0
_NOISE: Final = 0.3
"""So few seconds say nothing of growth."""


class _TooLongError(BaseException):
    pass


def checked(text: str, kind: Kind) -> int:
    """Put *text* before all rules; return how many findings there are."""
    root, generator = Path("/nowhere"), by_name(kind[0])
    site = Site(root, generator, generator.settings(root))
    article = Article(text, root / kind[1], site=site, now=NOW)
    result = lint(article, RULES, known=RULES.names)
    crashes = [*result.crashes, *gather(article, RULES)[1]]
    if crashes:
        raise AssertionError(crashes[0].traceback)
    return len(result.diagnostics)


def calls(text: str, kind: Kind) -> int:
    """Return how many calls checking *text* takes."""
    count = 0

    def note(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        checked(text, kind)
    finally:
        sys.setprofile(None)
    return count


def seconds(text: str, kind: Kind, limit: float) -> float:
    """Return the processor's seconds that checking *text* takes; infinite beyond *limit*."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, limit)
    gc.collect()
    began = time.process_time()
    try:
        checked(text, kind)
        return time.process_time() - began
    except _TooLongError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def row(name: str, lengths: Sequence[int]) -> tuple[bool, str]:
    """Return whether a pattern is as it should be, and what was measured."""
    kind, make = HOSTILE[name]
    short, double, long = (make(length) for length in lengths)
    checked(make(1000), kind)  # what is imported or compiled once
    took = []
    for text in (short, double, long):
        took.append(seconds(text, kind, 6 * (_A_MEGABYTE * len(text) / 1e6 + 1)))
        if took[-1] == float("inf"):
            return False, f"{name}: {len(text)} characters take for ever; {took[:-1]}"
    growth = took[1] / took[0] if took[1] > _NOISE else 0.0
    steps = took[2] / took[1] / (lengths[2] / lengths[1]) if took[2] > _NOISE else 0.0
    counted = calls(double, kind) / calls(short, kind) if max(growth, 2 * steps) > _MOST else 0.0
    a_megabyte = took[2] * 1e6 / len(long.encode())
    fine = a_megabyte < _A_MEGABYTE and counted <= _MOST and 2 * steps <= 2 * _MOST
    figures = " ".join(f"{each:.2f}" for each in took)
    return fine, (
        f"{name}: {figures} s, {a_megabyte:.1f} s a megabyte, "
        f"doubled {growth:.2f} times, {counted:.2f} in calls"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a command; 1 where a pattern is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="parts of patterns' names")
    parser.add_argument("--lengths", nargs=3, type=int, default=(125_000, 250_000, 1_000_000))
    parser.add_argument("--all", action="store_true", help="print every pattern's line")
    given = parser.parse_args(arguments)
    names = [
        name for name in HOSTILE if not given.names or any(part in name for part in given.names)
    ]
    wrong = 0
    for name in names:
        fine, line = row(name, given.lengths)
        wrong += not fine
        if given.all or not fine:
            print(" " if fine else "!", line, flush=True)
    print(f"{len(names)} patterns, {wrong} not as they should be")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
