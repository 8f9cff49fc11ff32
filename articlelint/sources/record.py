"""An article as a record: what every source gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.report.report import Problem


class Record(NamedTuple):
    """An article's path, its bytes, and its place among all of its source."""

    path: str
    data: bytes
    position: int


class Columns(NamedTuple):
    """The columns that hold an article: its path and its text, whole or in two parts.

    *front_matter* and *body* stand for *text* where the front matter is apart.
    """

    path: str = "path"
    text: str = "content"
    front_matter: str | None = None
    body: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns that are read."""
        parts = (self.text,) if self.front_matter is None else (self.front_matter, self.body or "")
        return (self.path, *parts)

    def missing(self, there: list[str]) -> str | None:
        """Return what is wrong where not all of the columns are *there*; None: nothing."""
        gone = [f"`{name}`" for name in self.names if name not in there]
        if not gone:
            return None
        columns = ", ".join(f"`{name}`" for name in there) or "none"
        return f"has no column {' and '.join(gone)} (its columns: {columns})"


def record(values: list[object], number: int, where: str) -> Record | Problem:
    """Return the article in the row *number* (from 0) of *where*, or why there is none.

    *values* are those of the columns, in their order: the path, then the text or its parts. A text
    is str or bytes; what of a str is a byte that is no UTF-8 stands as a surrogate in it.
    """
    from articlelint.report.report import Problem

    path, *parts = values
    row = f"{where}: row {number + 1}"
    if not isinstance(path, str) or not path:
        return Problem(row, "has no path" if not path else "has a path that is not text")
    if all(part is None for part in parts):
        return Problem(row, f"`{path}` has no text")
    if any(not isinstance(part, str | bytes | None) for part in parts):
        return Problem(row, f"`{path}` has a text that is neither text nor bytes")
    data = [_bytes(part) for part in parts]  # type: ignore[arg-type] # as was just asked
    return Record(path, data[0] if len(data) == 1 else joined(*data), number)


def joined(front_matter: bytes, body: bytes) -> bytes:
    """Return the article with that front matter, with fences unless it brings them, and body."""
    if not front_matter.strip():
        return body
    if front_matter.lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++", b"{")):
        return front_matter.rstrip(b"\r\n") + b"\n" + body
    return b"---\n" + front_matter.rstrip(b"\r\n") + b"\n---\n" + body


def _bytes(text: str | bytes | None) -> bytes:
    if text is None:
        return b""
    if isinstance(text, bytes):
        return text
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a character beyond the first 65,536, as JSON may have it
        return text.encode("utf-8", "surrogatepass")
