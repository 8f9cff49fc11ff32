"""The file of a cache: a table of what is kept of each article, by run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from articlelint.cache.places import Stat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME: Final = "articles.sqlite"
_IGNORE: Final = ".gitignore"
_VERSION: Final = 1
"""Stands in the tables, too."""
_RUNS_KEPT: Final = 8
_PATIENCE: Final = 5.0
"""Seconds to wait for another run that writes."""
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, key BLOB UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS articles (
    run INTEGER, path TEXT, size INTEGER, changed INTEGER, touched INTEGER, inode INTEGER,
    looked INTEGER, content BLOB, front BLOB, site BLOB, around BLOB, since TEXT, until TEXT,
    asked TEXT, outcome TEXT, facts TEXT, PRIMARY KEY (run, path)) WITHOUT ROWID;
PRAGMA user_version = 1;
"""


class Row(NamedTuple):
    """What is kept of an article.

    *looked* is when it was read, in nanoseconds; *content* stands for its bytes, *front* for what
    other articles may see of it, *site* for its site's settings, *around* for all that its
    findings hang on besides; it is empty where they were not made, or where that is not known.
    They are true from *since* until *until*, as long as the pages *asked* for their anchors have
    those bytes. *outcome* and *facts* are encoded.
    """

    path: str
    stat: Stat
    looked: int
    content: bytes
    front: bytes
    site: bytes
    around: bytes
    since: str | None
    until: str | None
    asked: str
    outcome: str
    facts: str


class Store:
    """The rows of one run, read at once and written at once.

    Raises sqlite3.Error where the file cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _NAME

    def rows(self, run: bytes) -> dict[str, Row]:
        """Return the rows of the run called *run*, by path."""
        if not self._path.exists():
            return {}
        with closing(self._connect()) as connection:
            found = connection.execute(
                "SELECT articles.* FROM articles JOIN runs ON id = run WHERE key = ?", (run,)
            )
            return {
                path: Row(path, Stat(*stat), looked, *rest)
                for _, path, *stat, looked, content, front, site, around, since, until, asked, outcome, facts in found  # noqa: E501
                for rest in [(content, front, site, around, since, until, asked, outcome, facts)]
            }

    def keep(self, run: bytes, rows: Iterable[Row], gone: Iterable[str], now: int) -> None:
        """Keep *rows* of the run called *run*, and forget those of the paths that are *gone*."""
        self._folder.mkdir(parents=True, exist_ok=True)
        ignore = self._folder / _IGNORE
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        with closing(self._connect()) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO runs (key, used) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET used = excluded.used",
                (run, now),
            )
            ((number,),) = connection.execute("SELECT id FROM runs WHERE key = ?", (run,))
            connection.executemany(
                "DELETE FROM articles WHERE run = ? AND path = ?", ((number, path) for path in gone)
            )
            connection.executemany(
                f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * 16)})",  # noqa: S608
                ((number, row.path, *row.stat, *row[2:]) for row in rows),
            )
            old = connection.execute(
                "SELECT id FROM runs ORDER BY used DESC LIMIT -1 OFFSET ?", (_RUNS_KEPT,)
            ).fetchall()
            connection.executemany("DELETE FROM articles WHERE run = ?", old)
            connection.executemany("DELETE FROM runs WHERE id = ?", old)

    def delete(self) -> bool:
        """Delete what is kept, and the folder if it is empty then; tell whether anything was."""
        files = (self._path, self._path.with_name(f"{_NAME}-journal"), self._folder / _IGNORE)
        was = self._path.exists()
        for each in files:
            each.unlink(missing_ok=True)
        if self._folder.is_dir() and not any(self._folder.iterdir()):
            self._folder.rmdir()
        return was

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            ((version,),) = connection.execute("PRAGMA user_version")
            if not version:
                connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT")
            return _checked(connection, version)
        except BaseException:
            connection.close()
            raise


def _checked(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    if version not in {0, _VERSION}:
        raise sqlite3.DatabaseError(f"it is of version {version}, not {_VERSION}")
    return connection
