"""An editor: pygls' own client, which speaks with the server over standard input and output."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Sequence

T = TypeVar("T")

PATIENCE = 120
"""Seconds after which a test gives up what will not come."""


class Editor:
    """Opens, changes and saves files, and remembers what the server said of each."""

    def __init__(self, folder: Path, *arguments: str, command: Sequence[str] = ()) -> None:
        self.folder = folder
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.logged: list[str] = []
        self.watched: list[types.Registration] = []
        self._versions: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._loop = asyncio.new_event_loop()
        self._news = asyncio.Event()
        self.client = LanguageClient("editor", "1")
        self._listen()
        program = list(command) or [sys.executable, "-m", "articlelint"]
        self.run(self.client.start_io(*program, "server", *arguments, cwd=folder))

    def _listen(self) -> None:
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.shown[params.uri] = params
            self._news.set()

        def tell(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self._news.set()

        def log(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)
            self._news.set()

        def register(params: types.RegistrationParams) -> None:
            self.watched += params.registrations
            self._news.set()

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(tell)
        self.client.feature(types.WINDOW_LOG_MESSAGE)(log)
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(register)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what *work* comes to."""
        return self._loop.run_until_complete(asyncio.wait_for(work, PATIENCE))

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait for notifications until *is_so*."""

        async def waiting() -> None:
            while not is_so():
                self._news.clear()
                await self._news.wait()

        try:
            self.run(waiting())
        except TimeoutError:
            pytest.fail(f"shown: {self.shown}\ntold: {self.messages}\nlogged: {self.logged}")

    def ask(self, is_so: Callable[[], bool]) -> None:
        """Ask the server again and again until *is_so*."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline

    def start(
        self,
        *,
        encoding: str | None = None,
        locale: str | None = None,
        resolves: bool = True,
        **options: object,
    ) -> Any:
        """Shake hands; return what the server says that it can do."""
        properties = types.ClientCodeActionResolveOptions(["edit"])
        result = self.run(
            self.client.initialize_async(
                types.InitializeParams(
                    locale=locale,
                    capabilities=types.ClientCapabilities(
                        general=types.GeneralClientCapabilities(
                            position_encodings=[types.PositionEncodingKind(encoding)]
                        )
                        if encoding is not None
                        else None,
                        workspace=types.WorkspaceClientCapabilities(
                            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                                dynamic_registration=True
                            )
                        ),
                        text_document=types.TextDocumentClientCapabilities(
                            code_action=types.CodeActionClientCapabilities(
                                resolve_support=properties if resolves else None
                            )
                        ),
                    ),
                    workspace_folders=[types.WorkspaceFolder(self.folder.as_uri(), "site")],
                    initialization_options=options,
                )
            )
        )
        self.client.initialized(types.InitializedParams())
        return result.capabilities

    def end(self) -> int | None:
        """Say goodbye; return the server's exit code."""

        async def ending() -> int | None:
            await self.client.shutdown_async(None)
            self.client.exit(None)
            server = self.client._server
            assert server is not None
            return await server.wait()

        code = self.run(ending())
        self.close()
        return code

    def close(self) -> None:
        """Give back what the editor had."""
        server = self.client._server
        if server is not None and server.returncode is None:
            server.kill()
        self.run(self.client.stop())  # type: ignore[no-untyped-call]
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    def open(self, path: Path, text: str | None = None) -> str:
        """Open the file at *path*, wait for what is found in it, and return its URI."""
        text = path.read_bytes().decode() if text is None else text
        uri = path.as_uri()
        self._versions[uri], self._texts[uri] = 1, text
        self.shown.pop(uri, None)
        document = types.TextDocumentItem(uri, "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        self.wait(lambda: uri in self.shown)
        return uri

    def type(self, uri: str, text: str) -> None:
        """Put *text* in place of the file's, and wait for what is found in it."""
        self._versions[uri] += 1
        self._texts[uri] = text
        version = self._versions[uri]
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        self.wait(lambda: self.shown[uri].version == version)

    def save(self, uri: str) -> None:
        """Write the text to the disk."""
        path = Path(unquote(uri.removeprefix("file://")))
        path.write_bytes(self._texts[uri].encode())
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))
        self.touch(path)

    def touch(self, *paths: Path) -> None:
        """Tell the server that files have changed."""
        kind = types.FileChangeType.Changed
        changes = [types.FileEvent(path.as_uri(), kind) for path in paths]
        params = types.DidChangeWatchedFilesParams(changes)
        self.client.workspace_did_change_watched_files(params)

    def rules(self, uri: str) -> list[str]:
        """Return the rules of what is shown."""
        return [str(each.code) for each in self.shown[uri].diagnostics]

    def until(self, uri: str, *rules: str) -> None:
        """Wait until what is shown is of *rules*."""
        self.wait(lambda: uri in self.shown and self.rules(uri) == list(rules))

    def text(self, uri: str) -> str:
        """Return the text of a file as it is in the editor."""
        return self._texts[uri]

    def actions(self, uri: str, *only: str) -> list[types.CodeAction]:
        """Return what can be done about what is shown, or in the whole file where nothing is."""
        whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
        context = types.CodeActionContext(self.shown[uri].diagnostics, only=list(only) or None)
        identifier = types.TextDocumentIdentifier(uri)
        params = types.CodeActionParams(identifier, whole, context)
        found = self.run(self.client.text_document_code_action_async(params))
        return [each for each in found or () if isinstance(each, types.CodeAction)]

    def apply(self, uri: str, action: types.CodeAction) -> None:
        """Make the edits of *action*, as an ASCII text has them, and wait for what is found."""
        if action.edit is None:
            action = self.run(self.client.code_action_resolve_async(action))
        assert action.edit is not None
        assert action.edit.changes is not None
        lines = self.text(uri).split("\n")
        for edit in reversed(action.edit.changes[uri]):
            start, end = edit.range.start, edit.range.end
            before = [*lines[: start.line], lines[start.line][: start.character]]
            after = [lines[end.line][end.character :], *lines[end.line + 1 :]]
            lines = ("\n".join(before) + edit.new_text + "\n".join(after)).split("\n")
        self.type(uri, "\n".join(lines))

    def at(self, uri: str, mark: str, *, after: bool = True) -> types.Position:
        """Return the position behind the first *mark* of an ASCII text, or before it."""
        before = self.text(uri).partition(mark)[0] + (mark if after else "")
        return types.Position(before.count("\n"), len(before.rpartition("\n")[2]))

    def complete(self, uri: str, mark: str) -> list[types.CompletionItem]:
        """Return what can be written behind *mark*."""
        identifier = types.TextDocumentIdentifier(uri)
        params = types.CompletionParams(identifier, self.at(uri, mark))
        found = self.run(self.client.text_document_completion_async(params))
        return list(found.items) if isinstance(found, types.CompletionList) else []

    def labels(self, uri: str, mark: str) -> list[str]:
        """Return the same as words."""
        return [each.label for each in self.complete(uri, mark)]

    def hover(self, uri: str, mark: str) -> str | None:
        """Return what is shown over the end of *mark*."""
        identifier = types.TextDocumentIdentifier(uri)
        params = types.HoverParams(identifier, self.at(uri, mark))
        found = self.run(self.client.text_document_hover_async(params))
        return found.contents.value if found is not None else None  # type: ignore[union-attr]

    def definition(self, uri: str, mark: str) -> types.Location | None:
        """Return where the link leads in which *mark* ends."""
        identifier = types.TextDocumentIdentifier(uri)
        params = types.DefinitionParams(identifier, self.at(uri, mark))
        found = self.run(self.client.text_document_definition_async(params))
        assert found is None or isinstance(found, types.Location)
        return found


POST = "---\ntitle: {title}\ndate: 2024-05-0{day}\ntags: [{tags}]\nlayout: post\n---\n\n{body}\n"
FILES = {
    "_config.yml": "title: Kites\nurl: https://kites.example\n",
    "package.json": '{"dependencies": {"hexo": "7"}}\n',
    "source/images/kite.png": "x",
    "source/_posts/one.md": POST.format(
        title="One", day=1, tags="wind, Kites", body="## The wind\n\nA kite."
    ),
    "source/_posts/two.md": POST.format(title="Two", day=2, tags="wind", body="Text."),
}
"""A site of Hexo."""


def make_site(folder: Path) -> Path:
    """Write the site into *folder*."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Return the editor of all tests that need none of their own."""
    editor = Editor(tmp_path_factory.mktemp("workspace"))
    editor.start()
    yield editor
    assert editor.end() == 0


@pytest.fixture
def site(editor: Editor, request: pytest.FixtureRequest) -> Path:
    """Return a new site among those in the editor's folder."""
    return make_site(editor.folder / request.node.name)


@pytest.fixture(scope="session")
def other_editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Return an editor that counts characters, resolves nothing and has everything checked."""
    editor = Editor(make_site(tmp_path_factory.mktemp("other")))
    editor.start(encoding="utf-32", resolves=False, workspaceDiagnostics=True)
    yield editor
    editor.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the folder of a site that is the workspace of an editor of its own."""
    return make_site(tmp_path)


@pytest.fixture
def started(home: Path) -> Iterator[Callable[..., Editor]]:
    """Return what starts an editor in a site of its own."""
    editors: list[Editor] = []

    def start(*arguments: str, **options: Any) -> Editor:
        editor = Editor(home, *arguments)
        editors.append(editor)
        editor.start(**options)
        return editor

    yield start
    for editor in editors:
        editor.close()
