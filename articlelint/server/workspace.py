"""Diagnostics of all articles in the folders that are open, not only of those in an editor."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from articlelint.report.report import FileReport
from articlelint.runner.discovery import discover

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from articlelint.server.desk import Desk

CHECK_WORKSPACE: Final = "articlelint.checkWorkspace"
_END: Final = "end"


class Workspace:
    """Checks all that is in the folders of *desk*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._task: asyncio.Task[int] | None = None

    def keep_checking(self) -> None:
        """Check everything now, and again whenever files change."""
        self._desk.on_changes = self._begin
        self._begin()

    async def check(self) -> int:
        """Check everything, a little at a time; return in how many closed files was something."""
        desk = self._desk
        before = set(desk.closed_uris())
        found = 0
        for folder in desk.folders:
            async for report in self._reports(folder):
                before.discard(report.path.as_uri())
                found += desk.show(report)
        for uri in before:
            desk.clear(uri)
        return found

    async def _reports(self, folder: Path) -> AsyncIterator[FileReport]:
        """Yield the reports of the closed files in *folder*; others have their turn in between."""
        desk = self._desk
        steps = desk.attempt(folder, lambda: desk.session.check_files(self._articles(folder)))
        while steps is not None:
            step = desk.attempt(folder, lambda: next(steps, _END))
            if step is None or step is _END:
                return
            if isinstance(step, FileReport):
                yield step
            await asyncio.sleep(0)

    def _articles(self, folder: Path) -> list[Path]:
        found = discover([str(folder)], self._desk.session.configs).files
        return [path.absolute() for path in found]

    def _begin(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self.check())
