"""How fast the online check asks: distinct URLs of a server on this machine.

    python benchmarks/online_check.py --urls 5000 --concurrency 100

The server runs in a process of its own. Its own limit is measured first, by a client that does
nothing but write requests and read answers, over as many connections.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import resource
import time
from typing import TYPE_CHECKING

from articlelint.online import Request
from articlelint.online.ask import ask
from articlelint.online.settings import OnlineSettings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"


class Answering(asyncio.Protocol):
    """Answers each request after *delay* seconds."""

    delay = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self.transport = transport
        self.rest = b""

    def data_received(self, data: bytes) -> None:
        """Answer what is complete."""
        self.rest += data
        for _ in range(self.rest.count(b"\r\n\r\n")):
            asyncio.get_running_loop().call_later(self.delay, self.transport.write, ANSWER)  # type: ignore[attr-defined]
        self.rest = self.rest.rpartition(b"\r\n\r\n")[2]


async def _serve(ready: Connection, delay: float) -> None:
    Answering.delay = delay
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    ready.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def serve(ready: Connection, delay: float) -> None:
    """Run the server."""
    asyncio.run(_serve(ready, delay))


async def plainly(port: int, count: int, connections: int) -> None:
    """Ask *count* times, and look at nothing."""
    numbers = iter(range(count))

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in numbers:
            writer.write(b"HEAD /%d HTTP/1.1\r\nHost: localhost\r\n\r\n" % number)
            await reader.readuntil(b"\r\n\r\n")
        writer.close()

    await asyncio.gather(*(client() for _ in range(connections)))


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--urls", type=int, default=5000)
    parser.add_argument("--concurrency", type=int, default=100)
    parser.add_argument("--delay", type=float, default=0.0, help="of the server, in seconds")
    options = parser.parse_args()
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(there, options.delay), daemon=True
    )
    server.start()
    port = here.recv()
    started = time.perf_counter()
    asyncio.run(plainly(port, options.urls, options.concurrency))
    limit = time.perf_counter() - started
    before = resource.getrusage(resource.RUSAGE_SELF)
    settings = OnlineSettings(
        concurrency=options.concurrency,
        per_host=options.concurrency,
        interval=0,
        allow_private=("localhost",),
    )
    requests = [Request(f"http://localhost:{port}/{number}") for number in range(options.urls)]
    started = time.perf_counter()
    answers = ask(requests, settings)
    taken = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    fine = sum(bool((answer := answers.of(each.url)) and answer.is_fine) for each in requests)
    server.terminate()
    print(f"{fine} of {options.urls} URLs fine, {options.concurrency} at once")
    print(f"the server's limit: {limit:.2f} s, {options.urls / limit:.0f}/s")
    print(f"the online check:   {taken:.2f} s, {options.urls / taken:.0f}/s")
    print(f"processor time:     {after.ru_utime + after.ru_stime - before.ru_utime:.2f} s")
    print(
        f"memory at most:     {after.ru_maxrss / 1024:.0f} MB"
        f" ({before.ru_maxrss / 1024:.0f} before)"
    )


if __name__ == "__main__":
    main()
