"""The tables that a run names, one after another, as one source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from articlelint.errors import SourceError
from articlelint.report.report import Problem
from articlelint.sources.objects import is_url, opened
from articlelint.sources.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.sources.record import Columns, Record


@dataclass(frozen=True)
class Tables:
    """The articles of the tables called *names*; read again from the first at each call."""

    names: tuple[str, ...]
    columns: Columns

    def __call__(self) -> Iterator[Record | Problem]:
        """Yield the articles, numbered through all tables."""
        position = 0
        for name in self.names:
            try:
                file = opened_table(name)
            except SourceError as error:
                yield Problem(name, str(error))
                continue
            with file:
                for each in rows(name, file, self.columns):
                    if isinstance(each, Problem):
                        yield each
                    else:
                        yield each._replace(position=position)
                        position += 1


def opened_table(name: str) -> IO[bytes]:
    """Return the table *name*, a file or an object, open; raises SourceError where it cannot be."""
    if is_url(name):
        return opened(name)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror or error}") from error
