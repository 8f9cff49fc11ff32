"""A bar for runs that take longer than a second, on a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from articlelint.cli.output import is_terminal
from articlelint.language import said

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds without a bar."""
_INTERVAL = 0.1


class Bar:
    """Shows on standard error how many of *total* files are done; nothing where that is a file.

    *total* is None where nobody knows.
    """

    def __init__(self, total: int | None = None, *, shown: bool) -> None:
        self.total = total
        self._shown = shown and is_terminal(sys.stderr)
        self._next = time.monotonic() + PATIENCE
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def watch(self, done: int) -> None:
        """Show that *done* files are done, if that was not shown just now."""
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _INTERVAL
        if self._progress is None:
            self._progress = _progress()
            self._progress.add_task("", total=self.total)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=done)


def _progress() -> Progress:
    from rich.console import Console  # 60 ms, for long runs on a terminal
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn(said("Checking")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(said("files")),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
