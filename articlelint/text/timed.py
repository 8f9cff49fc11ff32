"""A limit to the time that some work may take: a file's, and within it that of one setting."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import NoReturn


class Overdue(BaseException):
    """The time of a file is over."""


class SettingOverdue(BaseException):
    """The time is over that something of a setting's may take, as a regular expression."""


@contextmanager
def timed(seconds: float) -> Iterator[None]:
    """Raise Overdue when what is done takes more than *seconds* of the processor; 0: never.

    Only where signals can be had: not on Windows, and not outside of the main thread.
    """
    with _limited(seconds, "PROF", Overdue):
        yield


@contextmanager
def timed_setting(seconds: float) -> Iterator[None]:
    """Raise SettingOverdue likewise; it has a clock of its own, within the file's."""
    with _limited(seconds, "VIRTUAL", SettingOverdue):
        yield


@contextmanager
def _limited(seconds: float, clock: str, raised: type[BaseException]) -> Iterator[None]:
    if not seconds or not hasattr(signal, "setitimer"):
        yield
        return
    number = signal.SIGPROF if clock == "PROF" else signal.SIGVTALRM
    timer = signal.ITIMER_PROF if clock == "PROF" else signal.ITIMER_VIRTUAL

    def ring(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise raised

    try:
        before = signal.signal(number, ring)
    except ValueError:  # another thread
        yield
        return
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(number, before)
