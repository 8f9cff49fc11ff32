"""A server on this machine that misbehaves, one way for each path."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
NAME = "misbehaving.net"
PAGE = b"<!DOCTYPE html><title>No hotlinking, please</title>"


def answer(status: str, body: bytes = b"", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    return answer(status, Location=target)


SIMPLE = {
    "/ok": answer("200 OK", b"fine", Content_Type="text/html"),
    **{f"/missing{each}": answer("404 Not Found") for each in ("", *map("/{}".format, range(10)))},
    "/gone": answer("410 Gone"),
    "/forbidden": answer("403 Forbidden"),
    "/broken": answer("500 Internal Server Error"),
    "/unavailable": answer("503 Service Unavailable"),
    "/moved": redirect("/ok", "301 Moved Permanently"),
    "/moved-twice": redirect("/moved", "308 Permanent Redirect"),
    "/found": redirect("/ok"),
    "/circle": redirect("/circle-2"),
    "/circle-2": redirect("/circle"),
    "/self": redirect("/self"),
    "/to-app": redirect("app://open"),
    "/to-junk": redirect("http://[::1"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-user": redirect(f"http://me:secret@{NAME}:PORT/ok"),
    "/no-location": answer("302 Found"),
    "/image": answer("200 OK", PNG, Content_Type="image/png"),
    "/to-image": redirect("/image"),
    "/hotlink": answer("200 OK", PAGE, Content_Type="text/html"),
    "/disguised": answer("200 OK", PAGE, Content_Type="image/png"),
    "/text-image": answer("200 OK", b"sorry", Content_Type="text/plain"),
    "/empty-image": answer("200 OK", Content_Type="image/png"),
    "/garbage": b"\x16\x03\x01 this is no HTTP\r\n\r\n",
    "/cut": b"HTTP/1.1 200 OK\r\nContent-Le",
    "/cookie": answer("200 OK", Set_Cookie="session=1; Path=/"),
    "/lies": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine and HTTP/1.1 500 more",
}


@dataclass
class Server:
    """The server; *seen* counts requests by method and path, *headers* has the last ones."""

    port: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    headers: dict[str, str] = field(default_factory=dict)
    most: int = 0
    _now: int = 0
    _ending: bool = False

    def url(self, path: str, host: str = NAME, scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
                while await self._one(reader, writer):
                    pass
        finally:
            writer.transport.abort() if self._ending else writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        first = await reader.readexactly(1)
        if first == b"\x16":  # TLS; this server does not speak it
            writer.write(answer("400 Bad Request"))
            return False
        lines = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = lines[0].split(" ")
        self.headers = dict(line.split(": ", 1) for line in lines[1:] if line)
        self.seen[f"{method} {path}"] += 1
        self._now += 1
        self.most = max(self.most, self._now)
        try:
            return await self._answer(method, path, writer)
        finally:
            self._now -= 1

    async def _answer(self, method: str, path: str, writer: asyncio.StreamWriter) -> bool:
        if path in SIMPLE:
            data = SIMPLE[path].replace(b"PORT", str(self.port).encode())
            if method == "HEAD" and path != "/lies":
                data = data.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            writer.write(data)
            await writer.drain()
            return path not in {"/garbage", "/cut"}
        if path.startswith("/get-only"):
            data = answer("405 Method Not Allowed") if method == "HEAD" else SIMPLE["/ok"]
            writer.write(data)
        elif path.startswith("/wait/"):
            await asyncio.sleep(0.05)
            writer.write(answer("200 OK"))
        elif path.startswith("/busy/"):
            _, _, times, wait = path.partition("?")[0].split("/")
            busy = self.seen[f"{method} {path}"] <= int(times)
            data = answer("429 Too Many Requests", Retry_After=wait) if busy else answer("200 OK")
            writer.write(data)
        elif path.startswith("/chain/"):
            rest = int(path.rpartition("/")[2])
            writer.write(redirect(f"/chain/{rest - 1}" if rest else "/ok"))
        elif path == "/to-loopback":
            writer.write(redirect(f"http://127.0.0.1:{self.port}/secret"))
        else:
            return await self._tiresome(path, writer)
        await writer.drain()
        return True

    async def _tiresome(self, path: str, writer: asyncio.StreamWriter) -> bool:
        if path.startswith("/silent"):
            await asyncio.sleep(60)
        elif path.startswith("/drip"):
            writer.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                writer.write(b"X-More: and more\r\n")
                await writer.drain()
                await asyncio.sleep(0.02)
        elif path.startswith("/headers"):
            writer.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                writer.write(b"X-More: " + b"x" * 8000 + b"\r\n")
                await writer.drain()
        elif path.startswith("/endless"):
            kind = b"image/png" if "image" in path else b"text/html"
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n")
            writer.write(PNG if "image" in path else b"")
            while True:
                writer.write(b"x" * 65536)
                await writer.drain()
        elif path.startswith("/reset"):
            linger = struct.pack("ii", 1, 0)
            peer = writer.get_extra_info("socket")
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
        return False


def _run(server: Server, context: ssl.SSLContext | None) -> Iterator[Server]:
    loop = asyncio.new_event_loop()

    async def start() -> asyncio.Server:
        return await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)

    listening = loop.run_until_complete(start())
    server.port = listening.sockets[0].getsockname()[1]
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield server

    async def stop() -> None:
        listening.close()
        server._ending = True
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.01)  # transports close when the loop comes round

    asyncio.run_coroutine_threadsafe(stop(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
    loop.close()


@pytest.fixture
def server() -> Iterator[Server]:
    yield from _run(Server(), None)


@pytest.fixture
def secure_server() -> Iterator[Server]:
    """The same over TLS, with a certificate that nobody trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    yield from _run(Server(), context)
