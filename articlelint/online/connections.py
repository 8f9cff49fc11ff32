"""Connections kept for the next request to the same host.

httpcore's own pool looks at all of its connections for every request, which at a hundred of
them takes longer than the requests themselves.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import httpcore

if TYPE_CHECKING:
    import ssl


class Connections:
    """Open connections by origin; *idle* is how many are kept at most."""

    def __init__(
        self, context: ssl.SSLContext, backend: httpcore.AsyncNetworkBackend, idle: int
    ) -> None:
        self._context = context
        self._backend = backend
        self._most = idle
        self._idle: OrderedDict[httpcore.AsyncHTTPConnection, httpcore.Origin] = OrderedDict()
        self._of_origin: dict[tuple[bytes, bytes, int], list[httpcore.AsyncHTTPConnection]] = {}

    async def take(self, origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection:
        """Return a connection for one request to *origin*; one that is new opens with it."""
        kept = self._of_origin.get(_key(origin), [])
        while kept:
            connection = kept.pop()
            del self._idle[connection]
            if connection.is_available() and not connection.has_expired():
                return connection
            await connection.aclose()
        return httpcore.AsyncHTTPConnection(
            origin, ssl_context=self._context, keepalive_expiry=5.0, network_backend=self._backend
        )

    async def give_back(
        self, connection: httpcore.AsyncHTTPConnection, origin: httpcore.Origin
    ) -> None:
        """Keep *connection* where it can be used once more; close it, or the oldest, otherwise."""
        if not connection.is_idle() or connection.is_closed():
            await connection.aclose()
            return
        self._idle[connection] = origin
        self._of_origin.setdefault(_key(origin), []).append(connection)
        if len(self._idle) > self._most:
            oldest, its_origin = self._idle.popitem(last=False)
            self._of_origin[_key(its_origin)].remove(oldest)
            await oldest.aclose()

    async def close(self) -> None:
        """Close all that are kept."""
        for connection in self._idle:
            await connection.aclose()
        self._idle.clear()
        self._of_origin.clear()


def _key(origin: httpcore.Origin) -> tuple[bytes, bytes, int]:
    return (origin.scheme, origin.host, origin.port)
