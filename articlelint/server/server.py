"""The language server: the requests and notifications of an editor, and what answers them."""

from __future__ import annotations

import gc
import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.uris import to_fs_path

from articlelint.language import prefer
from articlelint.runner.session import Session
from articlelint.server import front_matter, links
from articlelint.server.actions import FIX_ALL, code_actions, resolve
from articlelint.server.definition import definition
from articlelint.server.desk import Desk
from articlelint.server.hover import hover
from articlelint.server.workspace import CHECK_WORKSPACE, Workspace
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    from pygls.server import ServerErrors

    from articlelint.config import Configs
    from articlelint.server.documents import Document

T = TypeVar("T")

_NAME: Final = "articlelint"
_TRIGGERS: Final = ["/", "#", "(", "[", ",", '"', "'", " "]
_COLLECTING: Final = (10_000, 5, 5)
"""When to look for what is of no use: an article's views know each other."""
_SIGNALS: Final = {signal.SIGINT: 130, signal.SIGTERM: 143}


class _Protocol(LanguageServerProtocol):
    """pygls' own, but for what it keeps of each notification for ever."""

    def _execute_handler(self, msg_id: str | int, *arguments: Any, **named: Any) -> None:
        super()._execute_handler(msg_id, *arguments, **named)
        future = self._request_futures.get(msg_id)
        if future is not None and future.done():
            del self._request_futures[msg_id]


class Server(LanguageServer):
    """Speaks with one editor about articles; *config* says which rules there are."""

    def __init__(self, config: Configs) -> None:
        # Articles are small, and a whole text leaves nothing to be put together wrongly.
        super().__init__(
            _NAME, __version__, types.TextDocumentSyncKind.Full, protocol_cls=_Protocol
        )
        self.desk = Desk(Session(config), self)
        self._workspace_checks = Workspace(self.desk)
        self.is_shut_down = False
        self._checks_workspace = False
        self._resolves = False
        self._listen()

    def publish(self, params: types.PublishDiagnosticsParams) -> None:
        """Show what was found in an article."""
        self.text_document_publish_diagnostics(params)

    def tell(self, message: str) -> None:
        """Show *message* to whoever sits there."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))

    def log(self, message: str) -> None:
        """Write *message* where it is found when somebody looks for it."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def report_server_error(self, error: Exception, source: ServerErrors) -> None:
        """Log what is wrong with a message of the client, or with its answer."""
        self.log(f"articlelint: {type(error).__name__}: {error}")

    def _listen(self) -> None:
        kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])
        kinds.resolve_provider = True
        handlers: dict[str, Callable[..., object]] = {
            types.INITIALIZE: self._initialize,
            types.INITIALIZED: self._initialized,
            types.SHUTDOWN: self._shut_down,
            types.TEXT_DOCUMENT_DID_OPEN: self._opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._files_changed,
            types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: self._folders_changed,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._configured,
            types.TEXT_DOCUMENT_CODE_ACTION: self._code_actions,
            types.CODE_ACTION_RESOLVE: self._resolve,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.TEXT_DOCUMENT_DEFINITION: self._definition,
            types.TEXT_DOCUMENT_COMPLETION: self._complete,
        }
        options = {
            types.TEXT_DOCUMENT_CODE_ACTION: kinds,
            types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(_TRIGGERS),
        }
        for method, handler in handlers.items():
            self.feature(method, options.get(method))(partial(handler))  # pygls marks what it gets
        self.command(CHECK_WORKSPACE)(partial(self._workspace_checks.check))

    def _initialize(self, params: types.InitializeParams) -> None:
        if (params.locale or "").lower().startswith("zh"):
            prefer("zh")
        encoding = self.workspace.position_encoding or self.desk.encoding
        self.desk.encoding = types.PositionEncodingKind(encoding).value
        options = params.initialization_options
        wanted = options.get("workspaceDiagnostics") if isinstance(options, dict) else None
        self._checks_workspace = wanted is True
        document = params.capabilities.text_document
        action = document.code_action if document is not None else None
        support = action.resolve_support if action is not None else None
        self._resolves = support is not None and "edit" in support.properties
        self._take_folders()

    def _initialized(self, _params: types.InitializedParams) -> None:
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace is not None else None
        if watching is not None and watching.dynamic_registration:
            everything = types.FileSystemWatcher("**/*")
            self.client_register_capability(
                types.RegistrationParams(
                    [
                        types.Registration(
                            "files",
                            types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                            types.DidChangeWatchedFilesRegistrationOptions([everything]),
                        )
                    ]
                )
            )
        if self._checks_workspace:
            self._workspace_checks.keep_checking()

    def _shut_down(self, _params: None) -> None:
        self.is_shut_down = True

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        self.desk.write(document.uri, document.version, document.text)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        text = self.workspace.get_text_document(uri).source
        self.desk.write(uri, params.text_document.version, text)

    def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self._note([params.text_document.uri])

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        self.desk.close(params.text_document.uri)

    def _files_changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        self._note([change.uri for change in params.changes])

    def _note(self, uris: list[str]) -> None:
        paths = [to_fs_path(uri) for uri in uris if uri.startswith("file:")]
        self.desk.files_changed(Path(path) for path in paths if path)

    def _folders_changed(self, _params: types.DidChangeWorkspaceFoldersParams) -> None:
        self._take_folders()

    def _take_folders(self) -> None:
        uris = [*self.workspace.folders, self.workspace.root_uri]
        paths = [to_fs_path(uri) for uri in uris if uri and uri.startswith("file:")]
        self.desk.folders = [Path(path) for path in dict.fromkeys(paths) if path]

    def _configured(self, _params: types.DidChangeConfigurationParams) -> None:
        """Do nothing: what can be set is told at the beginning."""

    def _about(
        self, uri: str, answer: Callable[[Document], T | None], *, checked: bool = True
    ) -> T | None:
        """Return what *answer* has to say of the article at *uri*, *checked* as it is now."""
        document = self.desk.fresh(uri) if checked else self.desk.document(uri)
        if document is None:
            return None
        return self.desk.attempt(document.path, lambda: answer(document))

    def _code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return self._about(
            params.text_document.uri,
            lambda document: code_actions(
                self.desk.session, document, params, resolves=self._resolves
            ),
        )

    def _resolve(self, action: types.CodeAction) -> types.CodeAction:
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        if not isinstance(uri, str):
            return action
        resolved = self._about(uri, lambda document: resolve(self.desk.session, document, action))
        return resolved or action

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        return self._about(
            params.text_document.uri,
            lambda document: hover(self.desk.session, document, params.position),
        )

    def _definition(self, params: types.DefinitionParams) -> types.Location | None:
        return self._about(
            params.text_document.uri,
            lambda document: definition(
                self.desk.session, document, params.position, self.desk.documents
            ),
            checked=False,
        )

    def _complete(self, params: types.CompletionParams) -> types.CompletionList | None:
        return self._about(
            params.text_document.uri,
            lambda document: self._completion(document, params.position),
            checked=False,
        )

    def _completion(self, document: Document, position: types.Position) -> types.CompletionList:
        article = self.desk.session.article(document.path, document.text)
        offset = document.positions.offset(position)
        words = self.desk.words(document.path)
        found: Sequence[types.CompletionItem] | None
        found = front_matter.complete(article, document, offset, words)
        if found is None:
            found = links.complete(article, document, offset)
        return types.CompletionList(is_incomplete=False, items=list(found or ()))


def serve(config: Configs) -> int:
    """Speak with the editor over standard input and output until it ends; return the exit code."""
    for number, code in _SIGNALS.items():
        signal.signal(number, _ending(code))
    gc.freeze()  # what is there by now stays; the command line had it looked at by nobody
    gc.set_threshold(*_COLLECTING)
    gc.enable()
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a plugin prints is no message
    server = Server(config)
    server.start_io(sys.stdin.buffer, output)
    return 0 if server.is_shut_down else 1


def _ending(code: int) -> Callable[[int, FrameType | None], None]:
    def end(_number: int, _frame: FrameType | None) -> None:
        os._exit(code)  # the thread that reads would be waited for

    return end
