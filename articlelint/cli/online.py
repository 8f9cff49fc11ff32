"""``articlelint check --online``: asking the network, and showing how far that has come."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articlelint.api import network
from articlelint.cli.output import is_terminal
from articlelint.language import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.progress import Progress

    from articlelint.config import Config
    from articlelint.online import Answers, Request
    from articlelint.online.settings import OnlineSettings
    from articlelint.runner.run import Ask

_KINDS = ("found", "redirected", "missing", "unknown")


def asker(config: Config, *, quiet: bool) -> Ask:
    """Return what asks the network as *config* says; raises ArticlelintError without httpx."""
    return _Asker(network(config), shown=not quiet and is_terminal(sys.stderr))


@dataclass
class _Asker:
    settings: OnlineSettings
    shown: bool

    def __call__(self, requests: Iterable[Request]) -> Answers:
        from articlelint.online.ask import ask  # imports httpx

        if not self.shown:
            return ask(requests, self.settings, memory=self.settings.memory)
        bar = _Bar()
        with bar.progress:
            return ask(requests, self.settings, memory=self.settings.memory, watch=bar.watch)


@dataclass
class _Bar:
    """A bar with the rate and how many replies of each kind there are."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0))

    def __post_init__(self) -> None:
        self.progress = _progress()
        self._task = self.progress.add_task("", total=None, rate="", counts="")

    def watch(self, done: int, total: int, kind: str) -> None:
        """Show one more reply."""
        self.counts[kind] += 1
        seconds = self.progress.tasks[self._task].elapsed or 0
        self.progress.update(
            self._task,
            completed=done,
            total=total,
            rate=f"{sum(self.counts.values()) / seconds:.0f}/s" if seconds > 1 else "",
            counts=", ".join(f"{count} {kind}" for kind, count in self.counts.items() if count),
        )


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn(said("Checking URLs")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[counts]}"),
        console=Console(stderr=True),
        transient=True,
    )
