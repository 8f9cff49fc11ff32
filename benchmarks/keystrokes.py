"""How long the language server takes to answer a keystroke.

``python benchmarks/keystrokes.py ARTICLE [NUMBER]`` opens the article in its folder, types NUMBER
letters in the middle of its longest line, and prints the time until the server has answered each,
and the processor time that it took for it. Linux only: processor time comes from ``/proc``.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

WARM = 20
"""Keystrokes that come first and are not counted."""


class Client:
    """Speaks with a server over its standard input and output."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "articlelint", "server"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=folder)
        self._to: IO[bytes] = self.process.stdin  # type: ignore[assignment]  # a pipe
        self._from: IO[bytes] = self.process.stdout  # type: ignore[assignment]

    def send(self, **message: Any) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to.flush()

    def until(self, wanted: str, value: object) -> dict[str, Any]:
        """Return the message whose *wanted* is *value*; answer what is asked meanwhile."""
        while True:
            length = 0
            while (line := self._from.readline().strip()) != b"":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            message: dict[str, Any] = json.loads(self._from.read(length))
            if "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            elif {**message, **message.get("params", {})}.get(wanted) == value:
                return message

    def processor(self) -> float:
        """Return the milliseconds of processor time of all threads until now."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def main(path: Path, number: int) -> int:
    """Type, and print what it took."""
    lines = path.read_text(encoding="utf-8").split("\n")
    longest = max(range(len(lines)), key=lambda at: len(lines[at]))
    uri = path.absolute().as_uri()
    client = Client(path.parent)
    root = path.parent.absolute().as_uri()
    versions = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
    parameters = {"processId": None, "rootUri": root, "capabilities": versions}
    client.send(id=1, method="initialize", params=parameters)
    client.until("id", 1)
    client.send(method="initialized", params={})
    opened = {"uri": uri, "languageId": "markdown", "version": 1, "text": "\n".join(lines)}
    client.send(method="textDocument/didOpen", params={"textDocument": opened})
    client.until("version", 1)
    times, work = [], []
    for version in range(2, number + WARM + 2):
        line = lines[longest]
        lines[longest] = f"{line[: len(line) // 2]}a{line[len(line) // 2 :]}"
        before, began = client.processor(), time.perf_counter()
        document = {"uri": uri, "version": version}
        change = {"textDocument": document, "contentChanges": [{"text": "\n".join(lines)}]}
        client.send(method="textDocument/didChange", params=change)
        client.until("version", version)
        times.append((time.perf_counter() - began) * 1000)
        time.sleep(0.02)
        work.append(client.processor() - before)
    client.process.kill()
    client.process.wait()
    for name, found in (("until answered", times), ("processor", work)):
        best = sorted(found[WARM:])
        high = best[int(0.9 * len(best))]
        print(f"{name}: median {statistics.median(best):.1f} ms, 9 of 10 below {high:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100))
