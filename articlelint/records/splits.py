"""Parts of a run's sources, small enough for one task of an engine each, and large enough."""

from __future__ import annotations

import pickle
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from articlelint.errors import SourceError
from articlelint.extras import required
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import Problem
from articlelint.sources.objects import Objects, is_url
from articlelint.sources.opened import opened_table
from articlelint.sources.tables import RowGroup, parquet_groups, parquet_rows, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.records.stages import Looks
    from articlelint.sources.record import Columns, Record

_ROWS: Final = 1_000
"""Articles that are worth a task."""
_MOST_LOOKSS: Final = 16
"""So many tasks read one group of rows of a Parquet file, each past what is before its own."""
_TABLE: Final = 2**40
"""So far apart are the positions of two tables: none has more rows."""
COLUMN: Final = "split"
LOOKS: Final = "looks"


class Split(NamedTuple):
    """Articles of the table *name*, or those at *paths* of the store that *urls* name.

    *place* is where a worker finds the table, which may look from another folder.

    Of a Parquet file it is part of one *group* of rows, which begins at the row *start* of the
    file: from its row *first* to before *last*.
    *position* is that of the first article of the table or the store.
    """

    position: int
    name: str = ""
    place: str = ""
    group: int | None = None
    start: int = 0
    first: int = 0
    last: int = 0
    urls: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def first_position(self) -> int:
        """The position of its first article."""
        return self.position + self.first

    def records(self, columns: Columns) -> Iterator[Record | Problem]:
        """Yield the articles."""
        if self.urls:
            yield from Objects(self.urls).read(self.paths, self.position)
            return
        try:
            with opened_table(self.place) as file:
                if self.group is None:
                    found = rows(self.name, file, columns)
                else:
                    part = RowGroup(self.group, self.start, self.first, self.last)
                    found = parquet_rows(self.name, file, columns, part)
                for each in found:
                    if isinstance(each, Problem):
                        yield each
                    else:
                        yield each._replace(position=self.position + each.position)
        except SourceError as error:
            yield Problem(self.name, str(error))


def splits(tables: Sequence[str], urls: Sequence[str]) -> Iterator[Split | Problem]:
    """Yield the parts of *tables*, or of the store that *urls* name."""
    for number, name in enumerate(tables):
        yield from _of_table(number * _TABLE, name)
    if urls:
        paths: list[str] = []
        position = 0
        for each in Objects(urls).paths():
            if isinstance(each, Problem):
                yield each
                continue
            paths.append(each)
            if len(paths) == _ROWS:
                yield Split(position, urls=tuple(urls), paths=tuple(paths))
                position += len(paths)
                paths = []
        if paths:
            yield Split(position, urls=tuple(urls), paths=tuple(paths))


def _of_table(position: int, name: str) -> Iterator[Split]:
    whole = Split(position, name, name if is_url(name) else str(Path(name).absolute()))
    if not name.lower().endswith(".parquet"):
        yield whole
        return
    try:
        with opened_table(name) as file:
            groups = parquet_groups(file)
    except SourceError:  # it is told where it is read
        yield whole
        return
    begin = 0
    for group, count in enumerate(groups):
        step = max(_ROWS, -(-count // _MOST_LOOKSS))
        for first in range(begin, begin + count, step):
            last = min(first + step, begin + count)
            yield whole._replace(group=group, start=begin, first=first, last=last)
        begin += count


def table(parts: Sequence[Split]) -> Any:
    """Return *parts* as an Arrow table, as an engine ships them."""
    rows = [{COLUMN: pickle.dumps(each), LOOKS: b""} for each in parts]
    return _table(rows)


def table_of_looks(parts: Sequence[Split], looks: Looks) -> Any:
    """Return those of *parts*, in their order, whose articles are looked at again, with *looks*."""
    starts = [each.first_position for each in parts]
    of_parts: dict[int, Looks] = {}
    for article, look in looks.items():
        of_parts.setdefault(bisect_right(starts, article.position) - 1, {})[article] = look
    rows = [
        {COLUMN: pickle.dumps(parts[number]), LOOKS: pickle.dumps(inside)}
        for number, inside in sorted(of_parts.items())
    ]
    return _table(rows)


def records_of(table: Any, columns: Columns) -> Iterator[Record | Problem]:
    """Yield the articles of the splits in an Arrow table."""
    for packed_split in table.column(COLUMN).to_pylist():
        yield from pickle.loads(packed_split).records(columns)  # noqa: S301 - written in this run


def looks_of(table: Any) -> Looks:
    """Return which articles of the splits in an Arrow table are looked at again."""
    parts = [pickle.loads(each) for each in table.column(LOOKS).to_pylist()]  # noqa: S301 - likewise
    return {article: look for part in parts for article, look in part.items()}


def _table(rows: list[dict[str, bytes]]) -> Any:
    arrow = required("pyarrow", "tables", "an engine")
    fields = [(COLUMN, arrow.binary()), (LOOKS, arrow.binary())]
    return arrow.Table.from_pylist(rows, arrow.schema(fields))
