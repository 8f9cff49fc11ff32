from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from articlelint.runner.workers import _hushed

if TYPE_CHECKING:
    import pytest


def _raise(name: str) -> None:
    raise ValueError(name)


def test_only_the_thread_that_minds_the_workers_is_hushed(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def tell(raised: threading.ExceptHookArgs) -> None:
        told.append(str(raised.exc_value))

    monkeypatch.setattr(threading, "excepthook", tell)
    begin = threading.Event()

    def mind() -> None:
        begin.wait()
        _raise("minder")

    minder = threading.Thread(target=mind)
    other = threading.Thread(target=_raise, args=("other",))
    minder.start()
    with _hushed(minder):
        other.start()
        other.join()
        begin.set()
    assert told == ["other"]
    assert threading.excepthook is tell


def test_a_hook_that_was_put_there_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    minder = threading.Thread(target=_raise, args=("minder",))

    def theirs(_: threading.ExceptHookArgs) -> None:
        pass

    with _hushed(minder):
        threading.excepthook = theirs
        minder.start()
    assert threading.excepthook is theirs
