"""Type into an article, many times, and print what a keystroke takes and what memory is needed.

    python tests/robustness/server_edits.py ARTICLE [EDITS]

The article, best one of a large site, is opened in the language server, and a character is typed at
many places of its body. Printed are the milliseconds from the change to the diagnostics of it,
those of them that the processor had to work, and the server's memory on the way. Linux only.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient


def costs(server: int) -> tuple[float, float]:
    """Return the megabytes and the milliseconds of the processor that the process has had."""
    status = Path(f"/proc/{server}/status").read_text(encoding="utf-8")
    times = Path(f"/proc/{server}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    ticks = int(times[11]) + int(times[12])
    memory = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return memory, ticks / os.sysconf("SC_CLK_TCK") * 1000


async def measure(uri: str, text: str, folder: types.WorkspaceFolder, edits: int) -> None:
    client = LanguageClient("typist", "1")
    shown: asyncio.Queue[int | None] = asyncio.Queue()
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(
        lambda params: shown.put_nowait(params.version)
    )
    await client.start_io(sys.executable, "-m", "articlelint", "server")
    await client.initialize_async(
        types.InitializeParams(types.ClientCapabilities(), workspace_folders=[folder])
    )
    client.initialized(types.InitializedParams())

    async def seen(version: int) -> None:
        while await shown.get() != version:
            pass

    began = time.perf_counter()
    document = types.TextDocumentItem(uri, "markdown", 0, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    await seen(0)
    print(f"opened {len(text)} characters in {(time.perf_counter() - began) * 1000:.0f} ms")
    body = text.find("\n---", 3) + 5
    took: list[float] = []
    server = client._server
    assert server is not None
    _, before = costs(server.pid)
    for version in range(1, edits + 1):
        at = body + version * 7919 % (len(text) - body)
        typed = f"{text[:at]}x{text[at:]}"
        began = time.perf_counter()
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(typed)],
            )
        )
        await seen(version)
        took.append((time.perf_counter() - began) * 1000)
        if version % max(edits // 10, 1) == 0:
            memory, processor = costs(server.pid)
            ordered = sorted(took)
            print(
                f"{version:6} edits: {memory:.1f} MB; median {statistics.median(took):.1f} ms, "
                f"95 % within {ordered[len(ordered) * 95 // 100]:.1f} ms, "
                f"{(processor - before) / len(took):.1f} ms of the processor each"
            )
            before = processor
            took.clear()
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    article = Path(sys.argv[1]).absolute()
    asyncio.run(
        measure(
            article.as_uri(),
            article.read_text(encoding="utf-8"),
            types.WorkspaceFolder(Path.cwd().as_uri(), "site"),
            int(sys.argv[2]) if sys.argv[2:] else 10_000,
        )
    )
