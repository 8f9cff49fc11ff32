"""The files of images: what their first bytes say, and how their names are spelled on disk."""

from __future__ import annotations

import os
import re
import stat
from functools import cached_property, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from articlelint.dataclass import dataclass
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_READ_AT_MOST: Final = 64 * 1024
_COMMENTS = rb"(?:\s|<!--.*?-->)*+"
_PROLOGUE = rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[.*?\])?\s*>)*+"
_SIGNATURES: Final = tuple(
    (kind, regex(signature, re.DOTALL | re.IGNORECASE if b"<" in signature else re.DOTALL))
    for kind, signature in (
        ("png", rb"\x89PNG\r\n\x1a\n"),
        ("jpeg", rb"\xff\xd8\xff"),
        ("gif", rb"GIF8[79]a"),
        ("webp", rb"RIFF....WEBP"),
        ("avif", rb"....ftypavi[fs]"),
        ("heic", rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)"),
        ("bmp", rb"BM....\0\0\0\0"),
        ("tiff", rb"II\*\0|MM\0\*|II\+\0|MM\0\+"),
        ("ico", rb"\0\0[\1\2]\0[^\0]"),
        ("psd", rb"8BPS\0[\1\2]"),
        ("jxl", rb"\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n"),
        ("jp2", rb"\0\0\0\x0cjP  \r\n\x87\n"),
        ("pdf", rb"%PDF-"),
        ("mp4", rb"....ftyp(?:isom|iso\d|mp4\d|avc1|qt  |M4V )"),
        ("lfs", rb"version https://git-lfs"),
        ("html", rb"(?:\xef\xbb\xbf)?" + _COMMENTS + rb"<(?:!doctype html|html|head|body)\b"),
        ("svg", rb"(?:\xef\xbb\xbf)?" + _PROLOGUE + rb"<(?:\w+:)?svg[\s>]"),
    )
)


@dataclass(frozen=True)
class ImageFile:
    """What the first bytes of a file tell.

    *kind* is "png", "jpeg" and so on, or None if it is unknown; "html" and "lfs" (a pointer of Git
    LFS) are not images. *length* is in bytes. *truncated* tells that the end of the file is
    missing.
    """

    path: Path
    kind: str | None
    length: int
    truncated: bool = False

    @property
    def width(self) -> int:
        """Return the width in pixels as browsers show it, an orientation obeyed; 0: unknown."""
        return self._size[0]

    @property
    def height(self) -> int:
        """Return the height in pixels, likewise."""
        return self._size[1]

    @cached_property
    def _size(self) -> tuple[int, int]:
        # An SVG has no size of its own where only its ``viewBox`` is given.
        if self.kind in {None, "html", "lfs", "svg", "pdf", "mp4", "psd", "ico", "jxl"}:
            return 0, 0
        data = _first_bytes(self.path)
        if data is None:  # gone in the meantime
            return 0, 0
        import imagesize  # 20 ms, for files whose size matters

        width, height = imagesize.get(BytesIO(data))
        return (width, height) if width > 0 and height > 0 else (0, 0)


def image_file(path: Path) -> ImageFile | None:
    """Return what is known of the file at *path*; None if it cannot be read."""
    try:
        status = path.stat()
    except OSError:  # gone in the meantime
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return _read(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4096)
def _read(path: Path, length: int, _modified: int) -> ImageFile | None:
    data = _first_bytes(path)
    if data is None:
        return None
    kind = kind_of(data)
    return ImageFile(path, kind, length, _is_truncated(data, kind, length))


def _first_bytes(path: Path) -> bytes | None:
    try:
        return read_beginning(path, _READ_AT_MOST)
    except OSError:  # not readable
        return None


def kind_of(data: bytes) -> str | None:
    """Return the kind of file that begins with *data*."""
    return next((kind for kind, signature in _SIGNATURES if signature.match(data)), None)


def _is_truncated(data: bytes, kind: str | None, length: int) -> bool:
    """Tell whether the end is missing, as far as what was read can tell."""
    if kind == "webp" and len(data) >= 8:
        return int.from_bytes(data[4:8], "little") + 8 > length
    if length > len(data):
        return False
    end = {"png": b"IEND", "jpeg": b"\xff\xd9", "gif": b"\x3b"}.get(kind or "")
    return end is not None and end not in data


@lru_cache(maxsize=1024)
def _names(folder: str, _modified: int) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - names are all that is wanted
    except OSError:  # not readable
        return ()


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the names in *folder*, sorted; none if there is no such folder."""
    try:
        return _names(str(folder), folder.stat().st_mtime_ns)
    except (OSError, ValueError):  # not there; a NUL in the name
        return ()


def lies_in(path: Path, folder: Path) -> bool:
    """Tell whether *path* is *folder* or lies below it; both are absolute.

    On a long path ``is_relative_to`` takes quadratic time in Python 3.12 and 3.13.
    """
    return path.parts[: len(folder.parts)] == folder.parts


def true_name(path: Path, root: Path) -> Path | None:
    """Return the spelling of *path* on disk if only the case differs, else None."""
    if not lies_in(path, root):
        return None
    place = root
    for part in path.parts[len(root.parts) :]:
        names = names_in(place)
        if part not in names:
            alike = [name for name in names if name.casefold() == part.casefold()]
            if len(alike) != 1:
                return None
            part = alike[0]  # noqa: PLW2901 - the same part, spelled right
        place /= part
    return place if place != path else None
