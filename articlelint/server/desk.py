"""The articles on somebody's desk: checked as they change, compared with the rest of their site."""

from __future__ import annotations

import asyncio
import time
import traceback
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from lsprotocol import types

from articlelint.article import SYNTAXES
from articlelint.config.spoken import speak
from articlelint.errors import ArticlelintError
from articlelint.language import said
from articlelint.report.report import FileReport
from articlelint.runner.discovery import would_find
from articlelint.server.diagnostics import diagnostics
from articlelint.server.documents import Document, article_path, well_formed
from articlelint.server.noise import is_noise
from articlelint.server.words import Words
from articlelint.text.files import read_bytes
from articlelint.text.source import decode
from articlelint.text.timed import Overdue, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from pathlib import Path

    from articlelint.config import Config
    from articlelint.runner.session import Session

T = TypeVar("T")

_LONGEST_WAIT: Final = 0.3
"""Seconds from the last change to a check, at most."""
_TOGETHER: Final = 0.05
"""Seconds in which changes of files are taken together."""
_PATIENCE: Final = 10.0
"""Seconds of the processor that an answer may take."""
_PANIC: Final = "PanicException"
"""What a defect of a parser in Rust raises; no module has it by name."""


class Client(Protocol):
    """The editor, as far as it is told something without having asked."""

    def publish(self, params: types.PublishDiagnosticsParams) -> None:
        """Show what was found in an article."""

    def tell(self, message: str) -> None:
        """Show *message* to whoever sits there."""

    def log(self, message: str) -> None:
        """Write *message* where it is found when somebody looks for it."""


class Desk:
    """Checks what is open in an editor; *client* hears of it."""

    def __init__(self, session: Session, client: Client) -> None:
        self.session = session
        self.documents: dict[Path, Document] = {}
        self.encoding: str = types.PositionEncodingKind.Utf16.value
        self.folders: list[Path] = []
        self.on_changes: Callable[[], None] | None = None
        self._client = client
        self._due: dict[Path, asyncio.TimerHandle] = {}
        self._wait = 0.0
        self._words: dict[Path | None, Words] = {}
        self._published: dict[str, tuple[int | None, list[types.Diagnostic]]] = {}
        self._changes: dict[Path, None] = {}
        self._wanted: dict[Path, bool] = {}
        self._told: set[str] = set()
        self._spoken: Config | None = None
        self._tasks: set[asyncio.Task[object]] = set()

    def write(self, uri: str, version: int | None, text: str) -> None:
        """Take note that the article at *uri* is *text* now; it is checked soon."""
        path = article_path(uri)
        if path is None:
            return
        is_new = path not in self.documents
        document = Document(uri, path, version, well_formed(text), self.encoding)
        self.documents[path] = document
        if is_new:
            self.check(document)
            self._take_words(path, document.text)
            self._start(self._look_around(path))
        else:
            self._check_soon(path)

    def close(self, uri: str) -> None:
        """Take note that the article at *uri* is no longer open."""
        path = article_path(uri)
        document = self.documents.pop(path, None) if path is not None else None
        if path is None or document is None:
            return
        due = self._due.pop(path, None)
        if due is not None:
            due.cancel()
        self.attempt(path, lambda: self.session.close(path))
        self._publish(uri, None, [])

    def document(self, uri: str) -> Document | None:
        """Return the article at *uri*; None where it is not open."""
        path = article_path(uri)
        return self.documents.get(path) if path is not None else None

    def fresh(self, uri: str) -> Document | None:
        """Return the same with what is found in it as it is now."""
        document = self.document(uri)
        if document is not None and document.report is None:
            self.check(document)
        return document

    def check(self, document: Document) -> None:
        """Check *document*, and publish what is found."""
        path = document.path
        due = self._due.pop(path, None)
        if due is not None:
            due.cancel()
        began = time.perf_counter()
        document.report = self.attempt(path, lambda: self._report(document))
        self._wait = min((time.perf_counter() - began) / 2, _LONGEST_WAIT)
        if document.report is not None:
            self.hear(document.report)
        shown = self.attempt(path, lambda: self._shown(document))
        self._publish(document.uri, document.version, shown or [])

    def hear(self, report: FileReport) -> None:
        """Tell the client what went wrong on a file."""
        for crash in report.crashes:
            text = f"{crash.rule} failed on {report.path}: {crash.error}"
            self._tell(text, crash.traceback)
        if report.problem is not None:
            self._tell(report.problem)

    def words(self, path: Path) -> Words:
        """Return the words of the site around *path*."""
        root = self.session.configs.for_file(path).site.root
        return self._words.setdefault(root, Words())

    def files_changed(self, paths: Iterable[Path]) -> None:
        """Tell the session that files were changed, created or deleted."""
        new = [path for path in paths if not is_noise(path, self.folders)]
        if new and not self._changes:
            asyncio.get_running_loop().call_later(_TOGETHER, self._take_changes)
        self._changes.update(dict.fromkeys(new))

    def attempt(self, path: Path, do: Callable[[], T]) -> T | None:
        """Return what *do* returns, about the file at *path*; None where something goes wrong.

        Whatever it is, the client is told, and the server goes on.
        """
        try:
            with timed(_PATIENCE):
                return do()
        except ArticlelintError as error:
            self._tell(str(error))
        except Overdue:
            self._tell(f"{path} took longer than {_PATIENCE:g} s")
        except Exception as error:  # noqa: BLE001 - a defect of ours, which the client is told
            self._internal(path, error)
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            self._internal(path, error)
        return None

    def closed_uris(self) -> list[str]:
        """Return the files that are not open of which something is shown."""
        opened = {document.uri for document in self.documents.values()}
        return [uri for uri in self._published if uri not in opened]

    def clear(self, uri: str) -> None:
        """Show nothing any more of a file that is not open."""
        if article_path(uri) not in self.documents:
            self._publish(uri, None, [])

    def show(self, report: FileReport) -> bool:
        """Publish what there is to say of a file that is not open; tell whether that is much."""
        path = report.path
        if path in self.documents:
            return False
        self.hear(report)
        text = self._text(path)
        if text is None:
            return False
        document = Document(path.as_uri(), path, None, text, self.encoding, report)
        shown = self.attempt(path, lambda: self._shown(document))
        self._publish(document.uri, None, shown or [])
        return bool(shown)

    def _report(self, document: Document) -> FileReport | None:
        path = document.path
        if not self._is_wanted(path):
            return FileReport(path)
        return self.session.check(path, document.text)

    def _is_wanted(self, path: Path) -> bool:
        """Tell whether the command line would check the file at *path*, were its folder named."""
        if path not in self._wanted:
            self._wanted[path] = would_find(path, self.session.configs)
        return self._wanted[path]

    def _shown(self, document: Document) -> list[types.Diagnostic]:
        config = self.session.configs.of(document.path)
        if config is not self._spoken:
            self._spoken = config
            speak(config)
        return diagnostics(document, config.registry)

    def _check_soon(self, path: Path) -> None:
        """Check the document at *path* after half the time that the last check took.

        While somebody types, no more than that is spent on checks that nobody will see.
        """
        due = self._due.pop(path, None)
        if due is not None:
            due.cancel()
        loop = asyncio.get_running_loop()
        self._due[path] = loop.call_later(self._wait, self._check_at, path)

    def _check_at(self, path: Path) -> None:
        document = self.documents.get(path)
        if document is not None:
            self.check(document)

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        if self._published.get(uri, (None, [])) == (version, found):
            return
        self._published[uri] = version, found
        if not found and version is None:
            del self._published[uri]
        self._client.publish(types.PublishDiagnosticsParams(uri, found, version))

    async def _look_around(self, path: Path) -> None:
        """Read the other articles of the site, a little at a time, and check what is open again."""
        survey = iter(self.session.survey(path))
        is_first = True
        while other := self.attempt(path, lambda: next(survey, None)):
            is_first = False
            self._learn(other)
            await asyncio.sleep(0)
        if not is_first:
            for each in list(self.documents):
                self._check_soon(each)

    def _learn(self, path: Path) -> None:
        text = self._text(path)
        if text is not None:
            self._take_words(path, text)

    def _take_words(self, path: Path, text: str) -> None:
        self.attempt(path, lambda: self.words(path).learn(self.session.article(path, text)))

    def _learn_anew(self, path: Path) -> None:
        self.attempt(path, lambda: self.words(path).forget(path))
        if self.attempt(path, lambda: self._is_wanted(path)):
            self._learn(path)

    def _text(self, path: Path) -> str | None:
        """Return what is in the file at *path*; None where it cannot be read."""
        try:
            return decode(read_bytes(path)).text
        except OSError:
            return None

    def _take_changes(self) -> None:
        changes, self._changes = list(self._changes), {}
        self._told.clear()
        self._wanted.clear()
        renews = self.attempt(changes[0], lambda: self.session.changed(changes)) is not False
        if renews:
            self._words.clear()
        for path in changes:
            if path.suffix.lower() in SYNTAXES and not renews:
                self._learn_anew(path)
        for path, document in list(self.documents.items()):
            document.report = None
            self._check_soon(path)
            if renews:
                self._take_words(path, document.text)
                self._start(self._look_around(path))
        if self.on_changes is not None:
            self.on_changes()

    def _start(self, work: Coroutine[object, object, object]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _internal(self, path: Path, error: BaseException) -> None:
        text = f"internal error on {path}: {type(error).__name__}: {error}"
        self._tell(text, "".join(traceback.format_exception(error)))

    def _tell(self, message: str, details: str = "") -> None:
        """Tell the client once; until files change there is nothing new in it."""
        if message not in self._told:
            self._told.add(message)
            text = f"articlelint: {said(message)}"
            self._client.tell(text)
            if details:
                self._client.log(f"{text}\n{details}")
