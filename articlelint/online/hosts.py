"""Whose turn it is: requests by host, no host asked too often or after it failed."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Final

from articlelint.online.addresses import origin_of
from articlelint.online.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from articlelint.online.client import Reply
    from articlelint.online.settings import OnlineSettings

_OF_THE_HOST: Final = frozenset(
    {Outcome.NO_HOST, Outcome.REFUSED, Outcome.TLS, Outcome.FORBIDDEN_ADDRESS}
)
"""Outcomes that are the same for whatever else is asked of the host."""

_STRIKES: Final = 3
"""After so many failures in a row, a host is given up."""


@dataclass(slots=True)
class Task:
    """A URL to ask for, how often it was tried, and whether ``HEAD`` got an answer."""

    url: str
    image: bool
    tries: int = 0
    gently: bool = True


@dataclass(slots=True)
class Host:
    """One origin: what is still to be asked of it, and how it has behaved.

    *ready* is when it may be asked next. *failed* is the reply that it was given up for.
    """

    origin: str
    waiting: deque[Task] = field(default_factory=deque)
    slots: int = 0
    ready: float = 0.0
    answered: bool = False
    strikes: int = 0
    failed: Reply | None = None

    def judge(self, reply: Reply) -> None:
        """Note how the host behaved; gives it up where there is no point in going on."""
        if reply.outcome is Outcome.ANSWERED and reply.status != 429:
            self.answered = True
            self.strikes = 0
            return
        self.strikes += 1
        hopeless = reply.outcome in _OF_THE_HOST and not self.answered
        if hopeless or self.strikes >= _STRIKES:
            self.failed = reply


class Queue:
    """Hands out tasks: each host has as many slots as it may have requests under way."""

    def __init__(self, settings: OnlineSettings) -> None:
        self._settings = settings
        self._turns: list[tuple[float, int, Host]] = []
        self._order = count()
        self._running = 0
        self._taking = asyncio.Lock()
        self._changed = asyncio.Event()
        self.hosts: dict[str, Host] = {}

    def add(self, task: Task, *, first: bool = False) -> None:
        """Queue *task* behind the others of its host, or before them."""
        origin = origin_of(task.url)
        host = self.hosts.get(origin)
        if host is None:
            host = self.hosts[origin] = Host(origin)
        if first:
            host.waiting.appendleft(task)
        else:
            host.waiting.append(task)
        if host.slots < self._settings.per_host:
            host.slots += 1
            self._push(host)

    def add_later(self, task: Task, delay: float) -> None:
        """Queue *task* once more in *delay* seconds.

        It is before the others then, so that a host which never answers is soon given up.
        """

        def add() -> None:
            self._running -= 1
            self.add(task, first=True)
            self._changed.set()

        self._running += 1
        asyncio.get_running_loop().call_later(delay, add)

    def put_off(self, host: Host, task: Task, delay: float) -> None:
        """Queue *task* once more, and leave its host alone for *delay* seconds."""
        host.ready = max(host.ready, asyncio.get_running_loop().time() + delay)
        host.waiting.appendleft(task)

    async def run(self, work: Callable[[Host, Task], Awaitable[None]]) -> None:
        """Do *work* for every task, those added meanwhile included."""
        async with asyncio.TaskGroup() as group:
            for _ in range(self._settings.concurrency):
                group.create_task(self._worker(work))

    def _push(self, host: Host) -> None:
        heappush(self._turns, (host.ready, next(self._order), host))
        self._changed.set()

    async def _worker(self, work: Callable[[Host, Task], Awaitable[None]]) -> None:
        while True:
            async with self._taking:
                host = await self._next()
            if host is None:
                return
            try:
                await work(host, host.waiting.popleft())
            finally:
                self._running -= 1
                self._push(host)

    async def _next(self) -> Host | None:
        """Return a host that may be asked, as soon as there is one; None at the end of all.

        One worker at a time is here, the others wait for it to go.
        """
        loop = asyncio.get_running_loop()
        while self._turns or self._running:
            delay = None
            if self._turns:
                ready, order, host = heappop(self._turns)
                if not host.waiting:
                    host.slots -= 1
                    continue
                now = loop.time()
                if host.failed is not None or host.ready <= now:
                    host.ready = now + self._settings.interval
                    self._running += 1
                    return host
                # It may have been put off since it was given its turn.
                heappush(self._turns, (max(ready, host.ready), order, host))
                delay = max(0.0, self._turns[0][0] - now)
            self._changed.clear()
            try:
                async with asyncio.timeout(delay):
                    await self._changed.wait()
            except TimeoutError:
                continue
        return None
