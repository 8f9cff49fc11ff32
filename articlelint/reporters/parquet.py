"""A folder of Parquet files with a record per finding; see ``columns``. Written piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.errors import ArticlelintError
from articlelint.extras import required
from articlelint.reporters.columns import rows_of, schema, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from articlelint.report.report import Report

_MANY: Final = 4096
"""Records that are in memory before they are written."""
NAME: Final = "part-00000.parquet"


def require_empty(folder: Path) -> None:
    """Raise ArticlelintError where *folder* has findings already: they would be mixed."""
    required("pyarrow.parquet", "tables", "the format `parquet`")
    if folder.is_dir() and any(folder.glob("*.parquet")):
        raise ArticlelintError(f"{folder} has Parquet files already; name another folder")
    if folder.exists() and not folder.is_dir():
        raise ArticlelintError(f"{folder} is a file; the format `parquet` is written to a folder")


def write(reports: Iterable[Report], folder: Path) -> None:
    """Write the records of *reports* to *folder*; raises ArticlelintError where that fails."""
    require_empty(folder)
    parquet = required("pyarrow.parquet", "tables", "the format `parquet`")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f".{NAME}.tmp"
        with parquet.ParquetWriter(unfinished, schema()) as writer:
            waiting: list[dict[str, object]] = []
            for report in reports:
                waiting += rows_of(report)
                if len(waiting) >= _MANY:
                    writer.write_batch(table_of(waiting, schema()))
                    waiting.clear()
            writer.write_batch(table_of(waiting, schema()))
        unfinished.replace(folder / NAME)
    except OSError as error:
        raise ArticlelintError(f"cannot write {folder}: {error.strerror or error}") from error
