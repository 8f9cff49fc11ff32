"""What a client sends wrongly, and what goes wrong in a rule, ends no server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from articlelint.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.server.conftest import Editor

ONE = "source/_posts/one.md"
PLUGIN = '''
from articlelint import ERROR, Rule


class Crash(Rule):
    """Crashes where it is told to."""

    name = "ours/crash"
    severity = ERROR

    def check(self, article):
        print("a plugin prints")
        if "please" in article.text:
            raise RuntimeError("as it was told")
        return ()
'''


def test_a_plugin_that_is_broken_and_then_a_rule_that_crashes(
    started: Callable[..., Editor], home: Path
) -> None:
    plugin = home / "ours.py"
    plugin.write_text("raise RuntimeError('broken')\n")
    (home / "articlelint.toml").write_text('plugins = ["ours.py"]\n')
    editor = started()
    uri = editor.open(home / ONE, "Strong.</div>\n")
    assert editor.rules(uri) == []
    editor.wait(lambda: any("ours.py" in each for each in editor.messages))
    plugin.write_text(PLUGIN)
    editor.touch(plugin)
    editor.until(uri, "html/stray-end-tag")

    editor.messages.clear()
    editor.type(uri, "Crash, please.</div>\n")
    assert editor.rules(uri) == ["html/stray-end-tag"]
    said = f"articlelint: ours/crash failed on {home / ONE}: RuntimeError"
    editor.wait(lambda: any(each.startswith(said) for each in editor.messages))
    editor.wait(lambda: any("Traceback" in each for each in editor.logged))
    editor.type(uri, "Crash again, please.\n")
    assert editor.rules(uri) == []
    assert len(editor.messages) == 1


def test_code_of_another_folder_is_not_run(editor: Editor, site: Path) -> None:
    (site / "ours.py").write_text("raise RuntimeError('was run')\n")
    (site / "articlelint.toml").write_text('plugins = ["ours.py"]\n')
    editor.open(site / ONE)
    editor.wait(lambda: any("`ours.py` is code" in each for each in editor.messages))
    assert not any("was run" in each for each in editor.messages)


def test_places_that_are_nowhere(editor: Editor, site: Path) -> None:
    uri = editor.open(site / ONE)
    client, identifier = editor.client, types.TextDocumentIdentifier(uri)
    far = types.Position(10_000, 10_000)
    for place in (far, types.Position(0, 10_000), types.Position(10_000, 0)):
        at = types.HoverParams(identifier, place)
        editor.run(client.text_document_hover_async(at))
        editor.run(client.text_document_completion_async(types.CompletionParams(identifier, place)))
        editor.run(client.text_document_definition_async(types.DefinitionParams(identifier, place)))
    gone = types.CodeAction("Suppress", data={"uri": uri, "rule": "no/rule", "start": 1, "end": 2})
    assert editor.run(client.code_action_resolve_async(gone)).edit is None
    for nonsense in (None, 1, {"uri": 1}, {"uri": "file:///none.md"}):
        action = types.CodeAction("Suppress", data=nonsense)
        assert editor.run(client.code_action_resolve_async(action)).edit is None


@pytest.mark.parametrize(
    "uri", ["untitled:one.md", "file:///none.md", "file:///none.txt", "git:/a.md", "", "file:"]
)
def test_files_that_are_not_open(editor: Editor, uri: str) -> None:
    identifier = types.TextDocumentIdentifier(uri)
    place = types.HoverParams(identifier, types.Position(0, 0))
    assert editor.run(editor.client.text_document_hover_async(place)) is None


class Wire:
    """A client that writes what it likes."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "articlelint", "server", "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def write(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def send(self, **message: object) -> None:
        self.write(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def receive(self, number: int) -> Any:
        """Return the answer to request *number*; what comes before is passed over."""
        assert self.process.stdout is not None
        while True:
            header = b""
            while not header.endswith(b"\r\n\r\n"):
                byte = self.process.stdout.read(1)
                assert byte, "the server is dead"
                header += byte
            length = re.search(rb"Content-Length: (\d+)", header)
            assert length is not None
            message = json.loads(self.process.stdout.read(int(length[1])))
            if message.get("id") == number and "method" not in message:
                return message

    def end(self) -> int:
        """Hang up without a word; return the exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.stdout.close()
        return self.process.wait(60)


def test_messages_that_are_none(site: Path) -> None:
    wire = Wire(site)
    wire.send(id=1, method="initialize", params={"capabilities": {}, "processId": None})
    assert wire.receive(1)["result"]["serverInfo"]["name"] == "articlelint"
    wire.send(method="initialized", params={})

    for body in (b"{", b"\xff\xfe", b"[]", b"[1]", b'"a"', b"1", b"null", b"[" * 100_000, b"{}"):
        wire.write(body)
    wire.send()
    wire.send(method="no/such")
    wire.send(method="textDocument/didOpen", params={})
    wire.send(method="textDocument/didOpen")
    wire.send(method="textDocument/didChange", params={"textDocument": {"uri": 1}})
    wire.send(method="workspace/didChangeWatchedFiles", params={"changes": [{"uri": "file:///\0"}]})
    wire.send(method="workspace/didChangeWatchedFiles", params={"changes": 7})
    wire.send(method="textDocument/didClose", params={"textDocument": {"uri": "file:///none.md"}})
    wire.send(method="workspace/didChangeConfiguration", params={"settings": 7})
    wire.send(id=98, result="an answer to nothing")
    wire.send(id=99, error={"code": 1, "message": "likewise"})
    wire.send(id=2, method="no/such", params={})
    assert wire.receive(2)["error"]["code"] == -32601
    wire.send(id=3, method="textDocument/hover", params={"position": 7})
    wire.send(id=4, method="workspace/executeCommand", params={"command": "no.such"})
    assert "error" in wire.receive(4)

    uri = (site / ONE).as_uri()
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": "Strong.</div>"}
    wire.send(method="textDocument/didOpen", params={"textDocument": document})
    at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 8}}
    wire.send(id=5, method="textDocument/hover", params=at)
    assert wire.receive(5)["result"]["contents"]["value"].startswith("# html/stray-end-tag")
    assert wire.end() == 1  # for want of a goodbye


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_it_ends_when_it_is_told_to(site: Path) -> None:
    wire = Wire(site)
    wire.send(id=1, method="initialize", params={"capabilities": {}, "processId": None})
    wire.receive(1)
    wire.process.terminate()
    assert wire.process.wait(60) == 143
    wire.end()


def test_the_server_is_an_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [each for each in sys.modules if each.startswith("articlelint.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls.uris", None)
    with pytest.raises(SystemExit) as ended:
        program.main(["server"])
    assert ended.value.code == 2
    assert 'needs pygls, which is not installed: pip install "articlelint[server]"' in (
        capsys.readouterr().err
    )
