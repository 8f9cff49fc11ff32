"""Tables of articles: Parquet, JSON Lines, CSV, and feeds; read piece by piece."""

from __future__ import annotations

import csv
import json
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Final

from articlelint.errors import ConfigError, SourceError
from articlelint.extras import required
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import Problem
from articlelint.sources.record import Record, record
from articlelint.text.files import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from articlelint.sources.record import Columns

    Rows: TypeAlias = Iterator[Record | Problem]

POSITION: Final = "position"
"""The column that says where an article stands among all; without it paths do."""
_ARTICLES: Final = "the articles"
_BATCH: Final = 256
"""Rows of a Parquet file that are in memory at once; texts may be long."""
_BUFFER: Final = 1 << 20
"""Bytes of a column that are read at once; without it all of a group of rows is."""


def rows(name: str, file: IO[bytes], columns: Columns) -> Rows:
    """Yield the articles of the table *name*, open as *file*, in its order.

    A row that holds none is a Problem, and the others go on; a table that cannot be read on, or has
    not the columns, is the last one. Raises ArticlelintError where a package is missing.
    """
    read = _READERS.get(PurePosixPath(name).suffix.lower())
    if read is None:
        known = ", ".join(f"`{suffix}`" for suffix in _READERS)
        yield Problem(name, f"cannot be read as a table; its name must end in one of {known}")
        return
    try:
        yield from read(name, file, columns)
    except SourceError as error:
        yield Problem(name, str(error))


def is_table(name: str) -> bool:
    """Tell whether a file called *name* is a table that can be read."""
    return PurePosixPath(name).suffix.lower() in _READERS


class RowGroup(NamedTuple):
    """Rows of a Parquet file: of the group *number*, which begins at *start*, *first* to *last*."""

    number: int
    start: int
    first: int
    last: int


def parquet_rows(
    name: str, file: IO[bytes], columns: Columns, part: RowGroup | None = None
) -> Rows:
    """Yield the articles of a Parquet file, or of a *part* of it; their positions are its rows.

    Raises SourceError where it cannot be read on.
    """
    pyarrow = required("pyarrow", "tables", "a Parquet file")
    groups, number = (None, 0) if part is None else ([part.number], part.start)
    try:
        table = _parquet_file(file)
        _require(columns, table.schema_arrow.names)
        wanted = list(columns.names)
        for batch in table.iter_batches(_BATCH, groups, wanted, use_threads=False):
            if part is not None and number + batch.num_rows <= part.first:
                number += batch.num_rows
                continue
            for values in values_of(batch, columns):
                if part is None or part.first <= number < part.last:
                    yield record(values, number, name)
                number += 1
            if part is not None and number >= part.last:
                return
    except (pyarrow.ArrowException, OSError) as error:
        raise SourceError(f"is not a readable Parquet file: {error}") from error


def parquet_groups(file: IO[bytes]) -> list[int]:
    """Return how many rows each group has; raises SourceError where the file cannot be read."""
    pyarrow = required("pyarrow", "tables", "a Parquet file")
    try:
        metadata = _parquet_file(file).metadata
        return [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)]
    except (pyarrow.ArrowException, OSError) as error:
        raise SourceError(f"is not a readable Parquet file: {error}") from error


def _parquet_file(file: IO[bytes]) -> Any:
    parquet = required("pyarrow.parquet", "tables", "a Parquet file")
    return parquet.ParquetFile(
        file, buffer_size=_BUFFER, pre_buffer=False, page_checksum_verification=True
    )


def records_in(batch: Any, columns: Columns) -> Rows:
    """Yield the articles of an Arrow batch or table; raises ConfigError where it lacks a column.

    Where there is a column ``position``, a number, it says where each stands among all.
    """
    missing = columns.missing(batch.schema.names)
    if missing is not None:
        raise ConfigError(f"the batch {missing}")
    rows = enumerate(values_of(batch, columns))
    if POSITION not in batch.schema.names:  # which row it is depends on how an engine cuts its data
        for number, values in rows:
            each = record(values, number, _ARTICLES)
            if isinstance(each, Record):
                yield each._replace(position=0)
            else:
                yield each._replace(path=_ARTICLES)
        return
    positions = batch.column(POSITION).to_pylist()
    for number, values in rows:
        yield record(values, positions[number] or 0, _ARTICLES)


def values_of(batch: Any, columns: Columns) -> Iterator[list[object]]:
    """Yield the values of *columns* in each row of an Arrow batch or table, text as bytes.

    Arrow does not look whether a text is UTF-8.
    """
    pyarrow = required("pyarrow", "tables", "an Arrow batch")
    taken: list[list[object]] = []
    for index, name in enumerate(columns.names):
        column = batch.column(name)
        if pyarrow.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        kind = column.type
        if index and kind in (pyarrow.string(), pyarrow.large_string(), pyarrow.string_view()):
            column = column.cast(pyarrow.large_binary())
        taken.append(column.to_pylist())
    return map(list, zip(*taken, strict=True))


def _require(columns: Columns, there: list[str]) -> None:
    missing = columns.missing(there)
    if missing is not None:
        raise SourceError(missing)


def _json_lines(name: str, file: IO[bytes], columns: Columns) -> Rows:
    seen = False
    for number, line in enumerate(file):
        if not line.strip():
            continue
        try:
            value = json.loads(line.strip().decode("utf-8", "surrogateescape"))
        except (ValueError, RecursionError) as error:
            yield Problem(f"{name}: row {number + 1}", f"is not JSON: {error}")
            continue
        if not isinstance(value, dict):
            yield Problem(f"{name}: row {number + 1}", "is not a JSON object")
            continue
        if not seen:  # what every row leaves out is a wrong name, and not an empty value
            _require(columns, list(value))
            seen = True
        yield record([value.get(each) for each in columns.names], number, name)


def _csv(name: str, file: IO[bytes], columns: Columns) -> Rows:
    import io

    csv.field_size_limit(LARGEST)
    delimiter = "\t" if name.lower().endswith(".tsv") else ","
    text = io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="")
    try:
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        header = next(reader, [])
        _require(columns, header)
        places = [header.index(each) for each in columns.names]
        for number, row in enumerate(reader):
            if len(row) != len(header):
                said = f"has {len(row)} values for {len(header)} columns"
                yield Problem(f"{name}: row {number + 1}", said)
                continue
            yield record([row[place] for place in places], number, name)
    except csv.Error as error:
        raise SourceError(f"line {reader.line_num}: {error}") from error
    finally:
        text.detach()


def _feed(name: str, file: IO[bytes], _: Columns) -> Rows:
    from articlelint.sources.feeds import entries

    return entries(name, file.read())


_READERS: Final[dict[str, Callable[[str, IO[bytes], Columns], Rows]]] = {
    ".parquet": parquet_rows,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _csv,
    ".tsv": _csv,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
}
