"""A limit to the time that one file may take."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_LEAST: Final = 10.0
_A_BYTE: Final = 10 / 2**20


class Overdue(BaseException):
    """The time is over."""


def limit_for(length: int) -> float:
    """Return how many seconds a file of *length* bytes may take where nobody says."""
    return max(_LEAST, length * _A_BYTE)


@contextmanager
def timed(seconds: float) -> Iterator[None]:
    """Raise Overdue when what is done takes more than *seconds* of the processor; 0: never.

    Only where signals can be had: not on Windows, and not outside of the main thread.
    """
    if not seconds or not hasattr(signal, "setitimer"):
        yield
        return
    try:
        before = signal.signal(signal.SIGPROF, _ring)
    except ValueError:  # another thread
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _ring(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Overdue
