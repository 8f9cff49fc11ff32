"""Growth instead of seconds: how the time of some work grows with the length of its text."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Linear work takes eight times as long on a text of eight times the length, a square 64 times.
_TIMES = 8
_LIMIT = 32
_TRIES = 4
# Below this, growth is noise; a slower machine measures more and fails no sooner.
_NEGLIGIBLE = 0.5


def assert_linear(work: Callable[[str], object], text: str) -> None:
    """Assert that some work on a text takes time in proportion to the length of the text.

    The text is compared with an eighth of it, half from its beginning and half from its end, in
    seconds of processor time, the least of some tries each: a machine that is slow slows both.
    """
    whole = _seconds(work, text)
    if whole < _NEGLIGIBLE:
        return
    half = len(text) // _TIMES // 2
    part = text[:half] + text[-half:]
    eighth = _seconds(work, part)
    for _ in range(_TRIES - 1):
        if whole < _LIMIT * eighth:
            return
        eighth = min(eighth, _seconds(work, part))
        whole = min(whole, _seconds(work, text))
    assert whole < _LIMIT * eighth, f"{eighth:.3f} s for an eighth, {whole:.3f} s for the whole"


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.disable()  # what the other tests have left is gone through again and again
    try:
        began = time.process_time()
        work(text)
        return time.process_time() - began
    finally:
        gc.enable()
