"""The articles that are open in the editor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.uris import to_fs_path

from articlelint.article import SYNTAXES
from articlelint.server.positions import Positions
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.report.report import FileReport
    from articlelint.text.edit import Edit

_SURROGATE: Final = regex("[\ud800-\udfff]")


@dataclass
class Document:
    """One state of an article's text in the editor; *report* is what was found in it."""

    uri: str
    path: Path
    version: int | None
    text: str
    encoding: str
    report: FileReport | None = None

    @cached_property
    def positions(self) -> Positions:
        """Return what turns offsets into positions."""
        return Positions(self.text, self.encoding)

    def edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        """Return *edits* as the editor has them."""
        return [types.TextEdit(self.positions.range(span), text) for span, text in edits]

    def workspace_edit(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """Return *edits* of this document alone."""
        return types.WorkspaceEdit(changes={self.uri: self.edits(edits)})


def well_formed(text: str) -> str:
    """Return *text* with U+FFFD for each half of a character, which no file can hold."""
    return _SURROGATE.sub("\ufffd", text)


def article_path(uri: str) -> Path | None:
    """Return the path of the article at *uri*; None where it is no file, or no article."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    if path is None or Path(path).suffix.lower() not in SYNTAXES:
        return None
    return Path(path)
