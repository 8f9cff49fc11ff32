"""Files of anybody's: only regular ones are opened, and replaced wholly or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LARGEST: Final = 32 * 2**20
"""Bytes. No text that a person wrote is larger."""
_READING: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # should it have become a pipe in the meantime
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_CREATED: Final = (
    os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)
_PIECE: Final = 65_536
_PREFIX: Final = ".articlelint-"
_SUFFIX: Final = ".tmp"
_unfinished: set[str] = set()


def read_bytes(path: Path | str, most: int = LARGEST) -> bytes:
    """Return what is in the file at *path*.

    Raises OSError, also where it is a pipe, a device or a socket, which are never opened, and
    where it holds more than *most* bytes.
    """
    _require_regular(os.stat(path), most)
    handle = os.open(path, _READING)
    try:
        status = os.fstat(handle)
        _require_regular(status, most)
        pieces: list[bytes] = []
        left = most + 1
        size = status.st_size + 1 if status.st_size else _PIECE  # some file systems tell none
        while left and (piece := os.read(handle, min(left, size))):
            pieces.append(piece)
            left -= len(piece)
    finally:
        os.close(handle)
    if not left:
        raise _too_large(most)
    return b"".join(pieces)


def read_beginning(path: Path | str, most: int) -> bytes:
    """Return the first *most* bytes of the file at *path*; raises OSError likewise."""
    _require_regular(os.stat(path), None)
    handle = os.open(path, _READING)  # an index asks for those of every file
    try:
        _require_regular(os.fstat(handle), None)
        return os.read(handle, most)
    finally:
        os.close(handle)


def _require_regular(status: os.stat_result, most: int | None) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is a pipe, a device or a socket")
    if most is not None and status.st_size > most:
        raise _too_large(most)


def _too_large(most: int) -> OSError:
    return OSError(errno.EFBIG, f"it is larger than {most // 2**20} MB")


def exists(path: Path) -> bool:
    """Tell whether a file or folder is there; False for a name that no file system allows."""
    return os.path.exists(path)


def is_file(path: Path) -> bool:
    """Tell whether a file is there; False for a name that no file system allows."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there, whatever its name is like."""
    return os.path.isdir(path)


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in *folder*, sorted; none if it is not there or cannot be read."""
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError:
        return []


def replace(target: Path, data: bytes, *, check: Callable[[], None] = lambda: None) -> None:
    """Put *data* in place of what the file *target* holds, wholly or not at all.

    The bytes go to a temporary file beside it, reach the disk, and take its place. Mode, owner,
    access lists and other attributes are those of the file that was there, if one was. *check* is
    called at the last moment, and keeps the file as it is by raising. Raises OSError.
    """
    # It is known of before it is there: a signal may come at any moment.
    temporary = os.path.join(target.parent, f"{_PREFIX}{os.urandom(6).hex()}{_SUFFIX}")
    _unfinished.add(temporary)
    try:
        handle = os.open(temporary, _CREATED, 0o600)
        with os.fdopen(handle, "wb") as stream:
            _lock(handle)
            stream.write(data)
            stream.flush()
            _make_alike(handle, temporary, target)
            os.fsync(handle)
            check()
            if os.name != "nt":  # while it is locked: nobody takes it for a leftover
                os.replace(temporary, target)
        if os.name == "nt":  # where nothing open is renamed
            os.replace(temporary, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    finally:
        _unfinished.discard(temporary)


def discard_unfinished() -> None:
    """Delete what is being written: the process is about to end."""
    for temporary in _unfinished:
        with suppress(OSError):
            os.unlink(temporary)


def is_leftover(name: str) -> bool:
    """Tell whether a file called *name* is a temporary one of a run that may have been killed."""
    return name.startswith(_PREFIX) and name.endswith(_SUFFIX)


def clear(leftover: str) -> None:
    """Delete a temporary file unless somebody is still writing it."""
    try:
        import fcntl
    except ImportError:  # Windows, where it is not known
        return
    try:
        handle = os.open(leftover, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(leftover)
    except OSError:  # locked by who writes it, or gone
        return
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # a file system without locks, where nothing is cleared either
        return


def _make_alike(handle: int, temporary: str, target: Path) -> None:
    """Give the open file *temporary* the mode, owner and attributes of *target*."""
    import shutil

    try:
        status = os.stat(target)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        return
    own = os.fstat(handle)
    lost = 0
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid) and hasattr(os, "fchown"):
        try:
            os.fchown(handle, status.st_uid, status.st_gid)
        except OSError:  # of somebody else: it becomes ours, without his privileges
            lost = stat.S_ISUID | stat.S_ISGID
    shutil.copystat(target, temporary)
    os.chmod(temporary, stat.S_IMODE(status.st_mode) & ~lost)
    os.utime(temporary)
