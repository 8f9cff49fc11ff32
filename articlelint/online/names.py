"""Names of hosts, looked up."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from threading import Thread
from typing import Final

from articlelint.online.model import Outcome

_AT_ONCE: Final = 32
"""A name whose servers do not answer takes the system many seconds to give up."""


class Failure(Exception):  # noqa: N818 - what became of a request, no defect
    """A request that got no status: how, why, and whether another attempt is no use."""

    def __init__(self, outcome: Outcome, detail: str = "", *, lasting: bool = False) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail
        self.lasting = lasting


class Resolver:
    """Looks up names in threads that keep nobody waiting at the end of the run."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def __call__(self, host: str, port: int) -> list[str]:
        """Return the addresses of *host*, those to prefer first; raises Failure."""
        async with self._slots:
            loop = asyncio.get_running_loop()
            found: asyncio.Future[list[str]] = loop.create_future()
            Thread(target=_look_up, args=(loop, found, host, port), daemon=True).start()
            return await found


def _look_up(
    loop: asyncio.AbstractEventLoop, found: asyncio.Future[list[str]], host: str, port: int
) -> None:
    addresses: list[str] = []
    failure: Failure | None = None
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
    except socket.gaierror as error:
        again = error.errno == socket.EAI_AGAIN
        detail = "no name server answers for it at present" if again else ""
        failure = Failure(Outcome.NO_HOST, detail, lasting=not again)
    except (OSError, UnicodeError):  # a label that is too long, for example
        failure = Failure(Outcome.NO_HOST, lasting=True)
    with suppress(RuntimeError):  # the run was ended, and its loop closed
        loop.call_soon_threadsafe(_settle, found, addresses, failure)


def _settle(found: asyncio.Future[list[str]], addresses: list[str], error: Failure | None) -> None:
    if found.done():  # nobody waits any more
        return
    if error is not None:
        found.set_exception(error)
    else:
        found.set_result(addresses)
