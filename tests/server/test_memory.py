"""A server goes on for days: what it needs does not grow with what is typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint.config import Configs
from articlelint.server.server import Server

if TYPE_CHECKING:
    from tests.server.conftest import Editor

ONE = "source/_posts/one.md"


def megabytes(editor: Editor) -> float:
    server = editor.client._server
    assert server is not None
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def test_nothing_is_kept_of_a_notification() -> None:
    protocol = Server(Configs()).protocol
    trace = {"jsonrpc": "2.0", "method": "$/setTrace", "params": {"value": "off"}}
    protocol.handle_message(protocol.structure_message(trace))
    assert not protocol._request_futures


@pytest.mark.skipif(sys.platform != "linux", reason="other systems say it in other ways")
def test_memory_does_not_grow_with_edits(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    sound = editor.text(uri)

    def edit(number: int) -> None:
        text = f"{sound}\n<div><p>Edit {number}</b> ![A](/gone-{number}.png) [B](#none-{number})\n"
        editor.type(uri, text)
        assert editor.shown[uri].diagnostics

    for number in range(40):
        edit(number)
    before = megabytes(editor)
    for number in range(40, 160):
        edit(number)
    assert megabytes(editor) < before + 3
