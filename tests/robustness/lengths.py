"""How checking hostile texts grows with their length, and how long a megabyte takes.

As a command it prints a line for each pattern that takes much more than twice as long on a text of
the length as on half of it, or that is slow::

    python -m tests.robustness.lengths [--length 1000000] [--part 2/4] [NAME ...]

Where it is the seconds that more than double, calls are counted too, which no other program on the
machine changes: they tell whether it is work of ours that grows, or a call's own (a regular
expression, the parser of Markdown).
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
from articlelint.runner.collector import collect_seldom
from articlelint.site import Site
from tests.robustness.fuzz import NOW, RULES
from tests.robustness.hostile import HOSTILE, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_MOST: Final = 2.3
_A_MEGABYTE: Final = 10.0
_NOISE: Final = 0.5
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
    gc.collect()
    signal.setitimer(signal.ITIMER_PROF, limit)
    began = time.process_time()
    try:
        checked(text, kind)
        return time.process_time() - began
    except _TooLongError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def row(name: str, length: int) -> tuple[bool, str]:
    """Return whether a pattern is as it should be at *length*, and what was measured."""
    kind, make = HOSTILE[name]
    checked(make(1000), kind)  # what is imported or compiled once
    half, whole = make(length // 2), make(length)
    size = len(whole.encode()) / 1e6
    took = seconds(whole, kind, 6 * (_A_MEGABYTE * size + 1))
    if took == float("inf"):
        return False, f"{name}: {length} characters take for ever"
    said = f"{name}: {took:.2f} s, {took / size:.1f} s a megabyte"
    fine = took < _A_MEGABYTE * size
    if took < _NOISE:
        return fine, said
    growth = took / seconds(half, kind, took)
    if growth > _MOST:
        growth = _growth(half, whole, kind, 2 * took)
    said += f", doubled {growth:.2f} times"
    if growth > _MOST:
        counted = calls(whole, kind) / calls(half, kind)
        said += f", {counted:.2f} in calls"
    return fine and growth <= _MOST, said


def _growth(half: str, whole: str, kind: Kind, limit: float) -> float:
    """Return how much longer *whole* takes than *half*, without what is not our work.

    What else the machine does is noise, and the least of it tells most. The garbage collector
    comes in steps: one more that is taken in *whole* alone would be taken for growth.
    """
    gc.disable()
    try:
        shorter, longer = (
            min(seconds(text, kind, limit) for _ in range(2)) for text in (half, whole)
        )
        return longer / shorter
    finally:
        gc.enable()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as a command; 1 where a pattern is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="parts of patterns' names")
    parser.add_argument("--length", type=int, default=1_000_000)
    parser.add_argument("--part", default="1/1", help="of the patterns: 2/4 are the second quarter")
    parser.add_argument("--all", action="store_true", help="print every pattern's line")
    given = parser.parse_args(arguments)
    collect_seldom()
    names = [
        name for name in HOSTILE if not given.names or any(part in name for part in given.names)
    ]
    number, parts = map(int, given.part.split("/"))
    names = names[len(names) * (number - 1) // parts : len(names) * number // parts]
    wrong = 0
    for name in names:
        fine, line = row(name, given.length)
        wrong += not fine
        if given.all or not fine:
            print(" " if fine else "!", line, flush=True)
    print(f"{len(names)} patterns, {wrong} not as they should be")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
