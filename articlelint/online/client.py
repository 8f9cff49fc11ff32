"""One URL, asked once: ``HEAD``, or the first bytes where that is refused or they are wanted."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

import httpcore
import httpx

from articlelint.online.addresses import request_url
from articlelint.online.connections import Connections
from articlelint.online.guard import Guard
from articlelint.online.model import HEAD_LENGTH, Outcome
from articlelint.online.names import Failure, Resolver
from articlelint.online.network import GuardedBackend

if TYPE_CHECKING:
    from articlelint.online.network import Resolve
    from articlelint.online.settings import OnlineSettings

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PERMANENT: Final = frozenset({301, 308})
BUSY: Final = frozenset({429, 502, 503, 504})
"""Statuses that may be others a moment later."""

_RANGE: Final = f"bytes=0-{HEAD_LENGTH - 1}"
_READ_AT_MOST: Final = 16 * 1024
"""A connection can be used again when the body was read to its end, which is worth so much."""

_BLAMELESS: Final = frozenset({429, 503})
"""Statuses that have nothing to do with the method."""


@dataclass(slots=True)
class Reply:
    """What came of one URL, redirects not followed.

    *location* is where a redirect leads, as it is asked for; None where that is nowhere on
    the web. *target* is the same as the server wrote it, made absolute. *wait* is what
    ``Retry-After`` said.
    """

    outcome: Outcome = Outcome.ANSWERED
    status: int = 0
    detail: str = ""
    lasting: bool = False
    location: str | None = None
    target: str = ""
    wait: str = ""
    content_type: str = ""
    encoded: bool = False
    head: bytes = b""
    length: int | None = None

    @property
    def redirects(self) -> bool:
        """Tell whether it leads elsewhere."""
        return self.status in REDIRECTS and bool(self.target)


class Client:
    """Asks. No cookies, proxies, passwords of ``.netrc``, nor anything else of the user's."""

    def __init__(self, settings: OnlineSettings, resolve: Resolve | None = None) -> None:
        self._settings = settings
        self._guard = Guard.of(settings)
        self._headers = {
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "User-Agent": settings.user_agent,
        }
        self._connections = Connections(
            httpx.create_ssl_context(),
            GuardedBackend(self._guard, resolve or Resolver()),
            idle=settings.concurrency,
        )

    async def close(self) -> None:
        """Close every connection."""
        await self._connections.close()
        await asyncio.sleep(0)  # connections end when the loop comes round

    async def ask(self, url: str, *, image: bool, gently: bool = True) -> Reply:
        """Return what came of asking for *url*; never takes longer than the timeout allows.

        ``HEAD`` is tried first where *gently*, and where the body is not wanted.
        """
        try:
            async with asyncio.timeout(self._settings.timeout):
                reply = await self._exchange("HEAD", url) if gently and not image else None
                if reply is None or (reply.status >= 400 and reply.status not in _BLAMELESS):
                    reply = await self._exchange("GET", url, image=image)
                return reply
        except Failure as failure:
            return Reply(failure.outcome, detail=failure.detail, lasting=failure.lasting)
        except (TimeoutError, httpcore.TimeoutException):
            return Reply(Outcome.TIMEOUT)
        except (httpcore.RemoteProtocolError, httpcore.ProtocolError) as error:
            return _broken(error)
        except (httpcore.NetworkError, OSError) as error:
            return Reply(Outcome.RESET, detail=str(error))
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            return Reply(Outcome.NO_HOST, detail=str(error), lasting=True)

    async def _exchange(self, method: str, url: str, *, image: bool = False) -> Reply:
        address = httpx.URL(url)
        target = httpcore.URL(
            scheme=address.raw_scheme,
            host=address.raw_host,
            port=address.port,
            target=address.raw_path,
        )
        headers = self._headers_for(address, method)
        timeout = {"connect": self._settings.timeout / 2}
        request = httpcore.Request(method, target, headers=headers, extensions={"timeout": timeout})
        connection = await self._connections.take(target.origin)
        try:
            response = await connection.handle_async_request(request)
            try:
                reply = _reply(url, response)
                await _read(response, reply, wanted=image and reply.status < 300)
            finally:
                await response.aclose()
        finally:
            await self._connections.give_back(connection, target.origin)
        return reply

    def _headers_for(self, address: httpx.URL, method: str) -> list[tuple[str, str]]:
        headers = {"Host": address.netloc.decode("ascii"), **self._headers}
        if method == "GET":
            headers["Range"] = _RANGE
        own = self._settings.headers.get(address.host)
        usual = address.scheme == "https" and address.port is None
        if own and (usual or self._guard.names(address.host)):
            headers.update(own)
        return list(headers.items())


def _reply(url: str, response: httpcore.Response) -> Reply:
    headers = {
        name.lower(): value.decode("latin-1").strip() for name, value in reversed(response.headers)
    }
    reply = Reply(
        status=response.status,
        wait=headers.get(b"retry-after", ""),
        content_type=headers.get(b"content-type", "").partition(";")[0].strip().lower(),
        encoded=headers.get(b"content-encoding", "identity").lower() not in {"", "identity"},
        length=_length(response.status, headers),
    )
    if response.status in REDIRECTS and b"location" in headers:
        _redirect(reply, url, headers[b"location"])
    return reply


def _redirect(reply: Reply, url: str, location: str) -> None:
    try:
        written = location.encode("latin-1").decode()
    except UnicodeError:
        written = location
    try:
        reply.target = urljoin(url, written.strip())
    except ValueError:
        reply.target = written
    reply.location = request_url(reply.target)


def _length(status: int, headers: dict[bytes, str]) -> int | None:
    """Return the length of the whole body, where it is known."""
    said = (
        headers.get(b"content-range", "").rpartition("/")[2]
        if status in {206, 416}
        else headers.get(b"content-length", "")
    )
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else None


async def _read(response: httpcore.Response, reply: Reply, *, wanted: bool) -> None:
    """Read the body's first bytes, and never more than a little of it; ``HEAD`` has none."""
    count = 0
    head = bytearray()
    async for chunk in response.aiter_stream():
        count += len(chunk)
        if len(head) < HEAD_LENGTH:
            head += chunk[: HEAD_LENGTH - len(head)]
        if count >= _READ_AT_MOST or (reply.length or count) > _READ_AT_MOST:
            break
    else:
        reply.length = count if reply.length is None and reply.status == 200 else reply.length
    if wanted:
        reply.head = bytes(head)


def _broken(error: Exception) -> Reply:
    said = str(error)
    if "disconnected" in said:  # httpcore's word for a connection closed in place of an answer
        return Reply(Outcome.RESET, detail="it closed the connection without an answer")
    return Reply(Outcome.MALFORMED, detail=said)
