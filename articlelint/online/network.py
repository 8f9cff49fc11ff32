"""Connections that lead only where they may: names are looked up once, checked, and pinned."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

import httpcore

from articlelint.online.model import Outcome
from articlelint.online.names import Failure

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Iterable

    from articlelint.online.guard import Guard

    Resolve = Callable[[str, int], Awaitable[list[str]]]

_TRIED: Final = 3
"""How many of a host's addresses are tried."""


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to addresses that *guard* allows.

    The address that was checked is the one that is connected to: what a name server says a
    moment later (DNS rebinding) makes no difference. TLS and the ``Host`` header keep to the
    name.
    """

    def __init__(self, guard: Guard, resolve: Resolve) -> None:
        self._guard = guard
        self._resolve = resolve
        self._known: dict[str, asyncio.Task[list[str]]] = {}

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - as httpcore has it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection to *host*; raises Failure."""
        allowed = await self._addresses(host, port)
        share = None if timeout is None else timeout / len(allowed)
        failure = Failure(Outcome.REFUSED)
        for address in allowed:
            try:
                async with asyncio.timeout(share):
                    reader, writer = await asyncio.open_connection(address, port, limit=1 << 16)
            except TimeoutError:
                failure = Failure(Outcome.TIMEOUT, "no connection was made")
            except ConnectionRefusedError:
                failure = Failure(Outcome.REFUSED)
            except OSError as error:
                failure = Failure(Outcome.REFUSED, error.strerror or "")
            else:
                return Stream(reader, writer)
        raise failure

    async def _addresses(self, host: str, port: int) -> list[str]:
        """Return the addresses at which *host* may be asked; raises Failure where none may."""
        known = self._known.get(host)
        if known is None or (known.done() and (known.cancelled() or known.exception())):
            known = asyncio.ensure_future(self._resolve(host, port))
            known.add_done_callback(_heard)
            self._known[host] = known
        found = await asyncio.shield(known)  # who else waits for it goes on waiting
        allowed = [address for address in found if self._guard.allows(host, address)]
        if not allowed:
            detail = f"`{found[0]}`" if found else ""
            raise Failure(Outcome.FORBIDDEN_ADDRESS, detail, lasting=True)
        return allowed[:_TRIED]

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - likewise
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no URL of an article leads to a socket of this machine."""
        raise Failure(Outcome.FORBIDDEN_ADDRESS, lasting=True)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class Stream(httpcore.AsyncNetworkStream):
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - each request has one deadline
        """Return what has come, at most *max_bytes*; b"" at the end."""
        try:
            return await self._reader.read(max_bytes)
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - likewise
        """Send *buffer*."""
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Close without a farewell: there is nothing left to say, and nobody to wait for."""
        self._writer.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - likewise
    ) -> httpcore.AsyncNetworkStream:
        """Return the same connection, encrypted; raises Failure."""
        import ssl

        try:
            await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except ssl.SSLCertVerificationError as error:
            await self.aclose()
            raise Failure(Outcome.TLS, error.verify_message, lasting=True) from error
        except ssl.SSLError as error:
            await self.aclose()
            raise Failure(Outcome.TLS, _reason(error), lasting=True) from error
        except OSError as error:
            await self.aclose()
            raise Failure(Outcome.RESET, "during the TLS handshake") from error
        return self

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore wants to know of the connection."""
        if info == "is_readable":
            return self._reader.at_eof() or bool(getattr(self._reader, "_buffer", b""))
        names = {"ssl_object": "ssl_object", "socket": "socket"}
        return self._writer.get_extra_info(names[info]) if info in names else None


def _heard(task: asyncio.Task[list[str]]) -> None:
    """Take note of a failure, should nobody be left who waits for it."""
    if not task.cancelled():
        task.exception()


def _reason(error: ssl.SSLError) -> str:
    return (error.reason or "").replace("_", " ").lower()
