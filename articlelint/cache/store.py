"""The file of a cache: what is kept of each article, by run, and of the articles of a site."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from articlelint.cache.places import Stat
from articlelint.cache.rows import Partition, Result, Row, Said, Whole
from articlelint.text.files import exists, is_folder, read_beginning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

_NAME: Final = "articles.sqlite"
_IGNORE: Final = ".gitignore"
_ALL: Final = "*\n"
_VERSION: Final = 5
_RUNS_KEPT: Final = 8
_WHOLES_KEPT: Final = 16
_SITES_KEPT: Final = 8
_PATIENCE: Final = 5.0
"""Seconds to wait for another run that writes."""
_OF_RUNS: Final = ("articles", "results")
_TABLES: Final = f"""
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, key BLOB UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS wholes (
    key BLOB PRIMARY KEY, used INTEGER, state BLOB, since TEXT, until TEXT, report BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    run INTEGER, path TEXT, size INTEGER, changed INTEGER, touched INTEGER, inode INTEGER,
    looked INTEGER, content BLOB, front BLOB, site BLOB, around BLOB, since TEXT, until TEXT,
    PRIMARY KEY (run, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (
    run INTEGER, path TEXT, asked TEXT, outcome TEXT, facts TEXT, PRIMARY KEY (run, path)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sites (id INTEGER PRIMARY KEY, key BLOB UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS partitions (
    site INTEGER, number INTEGER, state BLOB, since TEXT, until TEXT, files TEXT,
    PRIMARY KEY (site, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (
    site INTEGER, rule TEXT, key BLOB, number INTEGER, said TEXT,
    PRIMARY KEY (site, rule, key, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS facts_of_partitions ON facts (site, number);
PRAGMA user_version = {_VERSION};
"""


def is_own(path: str) -> bool:
    """Tell whether a cache has written the file at *path*, in its folder."""
    name = os.path.basename(path)
    if name != _IGNORE:
        return name.startswith(_NAME)
    try:  # it may be anybody's
        return read_beginning(path, len(_ALL) + 1) == _ALL.encode()
    except OSError:
        return False


class Store:
    """The rows of one run, read at once and written at once.

    Raises sqlite3.Error where the file cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _NAME

    def is_elsewhere(self) -> bool:
        """Tell whether a symbolic link, which may have come with the repository, leads away."""
        files = (self._folder, self._path, self._folder / _IGNORE)
        return any(map(os.path.islink, files))

    def paths(self, run: bytes) -> frozenset[str]:
        """Return the paths of the rows of the run called *run*."""
        return frozenset(path for (path,) in self._of_run("path", "articles", run))

    def rows(self, run: bytes, paths: Collection[str] | None = None) -> dict[str, Row]:
        """Return the rows of the run called *run*, by path: those of *paths*, None for all."""
        found = self._of_run("articles.*", "articles", run, paths)
        return {each[1]: Row(each[1], Stat(*each[2:6]), *each[6:]) for each in found}

    def results(self, run: bytes, paths: Collection[str] | None = None) -> dict[str, Result]:
        """Return the results of the run called *run* likewise."""
        found = self._of_run("results.*", "results", run, paths)
        return {each[1]: Result(*each[2:]) for each in found}

    def _of_run(
        self, columns: str, table: str, run: bytes, paths: Collection[str] | None = None
    ) -> list[Any]:
        if not exists(self._path):
            return []
        query = f"SELECT {columns} FROM {table} JOIN runs ON id = run WHERE key = ?"  # noqa: S608
        with closing(self._connect()) as connection:
            if paths is None:
                return connection.execute(query, (run,)).fetchall()
            return [
                row
                for path in paths
                for row in connection.execute(f"{query} AND path = ?", (run, path))
            ]

    def whole(self, key: bytes) -> Whole | None:
        """Return what is kept of the whole of a run."""
        if not exists(self._path):
            return None
        with closing(self._connect()) as connection:
            found = connection.execute(
                "SELECT used, state, since, until, report FROM wholes WHERE key = ?", (key,)
            ).fetchone()
            return None if found is None else Whole(*found)

    def keep_whole(self, key: bytes, whole: Whole) -> None:
        """Keep the *whole* of a run."""
        self._make_folder()
        with closing(self._connect()) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT OR REPLACE INTO wholes VALUES (?, ?, ?, ?, ?, ?)", (key, *whole)
            )
            connection.execute(
                "DELETE FROM wholes WHERE key NOT IN"
                " (SELECT key FROM wholes ORDER BY used DESC LIMIT ?)",
                (_WHOLES_KEPT,),
            )

    def keep(
        self, run: bytes, kept: Sequence[tuple[Row, Result]], gone: Sequence[str], now: int
    ) -> None:
        """Keep rows of the run called *run*, and forget those of the paths that are *gone*."""
        self._make_folder()
        with closing(self._connect()) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            number = _number(connection, "runs", run, now)
            for table in _OF_RUNS:
                connection.executemany(
                    f"DELETE FROM {table} WHERE run = ? AND path = ?",  # noqa: S608
                    ((number, path) for path in gone),
                )
            connection.executemany(
                f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * 13)})",  # noqa: S608
                ((number, row.path, *row.stat, *row[2:]) for row, _ in kept),
            )
            connection.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)",
                ((number, row.path, *result) for row, result in kept),
            )
            old = connection.execute(
                "SELECT id FROM runs ORDER BY used DESC LIMIT -1 OFFSET ?", (_RUNS_KEPT,)
            ).fetchall()
            for table in _OF_RUNS:
                connection.executemany(f"DELETE FROM {table} WHERE run = ?", old)  # noqa: S608
            connection.executemany("DELETE FROM runs WHERE id = ?", old)

    def partitions(self, site: bytes) -> dict[int, Partition]:
        """Return the partitions of the site called *site*, by their numbers."""
        if not exists(self._path):
            return {}
        with closing(self._connect()) as connection:
            found = connection.execute(
                "SELECT number, state, since, until, files FROM partitions"
                " JOIN sites ON id = site WHERE key = ?",
                (site,),
            )
            return {each[0]: Partition(*each) for each in found}

    def said(self, site: bytes, wanted: Iterable[tuple[str, bytes]]) -> list[Said]:
        """Return what is said in the site called *site* to each rule of *wanted*, on its key."""
        with closing(self._connect()) as connection:
            return [
                Said(rule, key, number, said)
                for rule, key in wanted
                for number, said in connection.execute(
                    "SELECT number, said FROM facts JOIN sites ON id = site"
                    " WHERE sites.key = ? AND rule = ? AND facts.key = ?",
                    (site, rule, key),
                )
            ]

    def keep_partitions(
        self, site: bytes, partitions: Sequence[Partition], said: Iterable[Said], now: int
    ) -> None:
        """Keep *partitions* of the site called *site*, and what is *said* in them now."""
        self._make_folder()
        with closing(self._connect()) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            number = _number(connection, "sites", site, now)
            connection.executemany(
                "DELETE FROM facts WHERE site = ? AND number = ?",
                ((number, each.number) for each in partitions),
            )
            connection.executemany(
                "INSERT OR REPLACE INTO partitions VALUES (?, ?, ?, ?, ?, ?)",
                ((number, *each) for each in partitions),
            )
            connection.executemany(
                "INSERT INTO facts VALUES (?, ?, ?, ?, ?)", ((number, *each) for each in said)
            )
            old = connection.execute(
                "SELECT id FROM sites ORDER BY used DESC LIMIT -1 OFFSET ?", (_SITES_KEPT,)
            ).fetchall()
            for table in ("partitions", "facts"):
                connection.executemany(f"DELETE FROM {table} WHERE site = ?", old)  # noqa: S608
            connection.executemany("DELETE FROM sites WHERE id = ?", old)

    def _make_folder(self) -> None:
        if is_folder(self._folder):  # it may be anybody's: his .gitignore is none of ours
            return
        self._folder.mkdir(parents=True, exist_ok=True)  # another run may make it just now
        (self._folder / _IGNORE).write_text(_ALL, encoding="utf-8")

    def delete(self) -> bool:
        """Delete what is kept, and the folder if it is empty then; tell whether anything was."""
        was = exists(self._path)
        for each in (self._path, self._path.with_name(f"{_NAME}-journal")):
            each.unlink(missing_ok=True)
        if is_folder(self._folder):
            others = [each for each in self._folder.iterdir() if each.name != _IGNORE]
            ignore = self._folder / _IGNORE
            if not others and ignore.is_file() and ignore.read_bytes() == _ALL.encode():
                ignore.unlink()
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


def _number(connection: sqlite3.Connection, table: str, key: bytes, now: int) -> int:
    """Return the number that *key* has in *table*; it was used *now*."""
    connection.execute(
        f"INSERT INTO {table} (key, used) VALUES (?, ?)"  # noqa: S608
        " ON CONFLICT (key) DO UPDATE SET used = excluded.used",
        (key, now),
    )
    ((number,),) = connection.execute(f"SELECT id FROM {table} WHERE key = ?", (key,))  # noqa: S608
    return int(number)


def _checked(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    if version not in {0, _VERSION}:
        raise sqlite3.DatabaseError(f"it is of version {version}, not {_VERSION}")
    return connection
