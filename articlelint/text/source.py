"""Bytes to text and back without losing any: encoding, byte order mark, atomic writes."""

from __future__ import annotations

import codecs
import errno
import os
from pathlib import Path

from articlelint.errors import SourceError
from articlelint.named_tuple import NamedTuple
from articlelint.text import files
from articlelint.text.regex import regex
from articlelint.text.span import Span

_SURROGATES = regex("[\udc80-\udcff]+")
_UTF16 = {codecs.BOM_UTF16_LE: "UTF-16 (little endian)", codecs.BOM_UTF16_BE: "UTF-16 (big endian)"}


class Source(NamedTuple):
    """A file's text as the rules see it.

    *text* holds every character of the file, a byte order mark and all line endings
    included. A byte that is not UTF-8 stands as one U+FFFD, and *undecodable* has the spans
    of such runs; a file that has any is reported and otherwise left alone. *encoding_guess*
    names another encoding where the first bytes give it away.
    """

    text: str
    undecodable: tuple[Span, ...] = ()
    encoding_guess: str | None = None


def decode(data: bytes) -> Source:
    """Return the text of *data*, read as UTF-8."""
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="surrogateescape")
    spans = tuple(Span(*match.span()) for match in _SURROGATES.finditer(text))
    text = _SURROGATES.sub(lambda match: "\ufffd" * len(match[0]), text)
    return Source(text, spans, _UTF16.get(data[:2]))


def read(path: Path) -> bytes:
    """Return the bytes of the file at *path*; raises SourceError where it cannot be read."""
    try:
        return files.read_bytes(path)
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror or error}") from error


def write(path: Path, data: bytes, *, expected: bytes) -> None:
    """Put *data* in place of the file's content, wholly or not at all; see ``files.replace``.

    A symbolic link is followed. Raises SourceError, and leaves the file as it is, where its
    content is no longer *expected* (somebody else wrote it since it was read), where it may not be
    written, where it is known under several names (hard links, which would part), or where
    writing fails.
    """
    target = Path(os.path.realpath(path))

    def check() -> None:
        if read(target) != expected:
            raise SourceError(f"{path} changed on disk while it was being checked; not written")

    check()
    try:
        if not os.access(target, os.W_OK):  # a new file would take its place all the same
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if target.stat().st_nlink > 1:
            raise SourceError(f"{path} is one file under several names (hard links); not written")
        files.replace(target, data, check=check)
    except OSError as error:
        raise SourceError(f"cannot write {path}: {error.strerror or error}") from error
