"""Growth instead of seconds: how the time of some work grows with the length of its text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Linear work takes four times as long on a text of four times the length, a square sixteen times.
_PARTS = 4
_LIMIT = 9
_TRIES = 4
# Below this, growth is noise; a slower machine measures more and fails no sooner.
_NEGLIGIBLE = 0.1


def assert_linear(work: Callable[[str], object], text: str) -> None:
    """Assert that some work on a text takes time in proportion to the length of the text.

    The text is compared with a quarter of it, half from its beginning and half from its end, in
    seconds of processor time, the least of some tries each: a machine that is slow slows both.
    """
    whole = _seconds(work, text)
    if whole < _NEGLIGIBLE:
        return
    part = text[: len(text) // _PARTS // 2] + text[-len(text) // _PARTS // 2 :]
    quarter = _seconds(work, part)
    for _ in range(_TRIES - 1):
        if whole < _LIMIT * quarter:
            return
        quarter = min(quarter, _seconds(work, part))
        whole = min(whole, _seconds(work, text))
    assert whole < _LIMIT * quarter, f"{quarter:.3f} s for a quarter, {whole:.3f} s for the whole"


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began
