"""Findings as Arrow records: the schema, and what stands in its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.extras import required
from articlelint.reporters.json import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.report.report import FileReport, Report

VERSION: Final = 1
"""The version of the schema; it rises when a column changes its meaning or goes."""
_PLACE: Final = ("line", "column", "end_line", "end_column", "start", "end")


def schema() -> Any:
    """Return the Arrow schema of findings; it is the keys of the JSON formats, and ``kind``.

    A record is a ``finding``, a ``problem`` (an article that could not be checked) or a ``crash``
    (a rule that raised), which have no place.
    """
    arrow = required("pyarrow", "tables", "an Arrow batch")
    text, number = arrow.string(), arrow.int64()
    place = [(name, number) for name in _PLACE]
    edit = arrow.struct([("start", number), ("end", number), ("replacement", text)])
    fix = arrow.struct(
        [("title", text), ("applicability", text), ("edits", arrow.list_(edit))],
    )
    columns = [
        ("path", text),
        ("kind", text),
        ("rule", text),
        ("severity", text),
        ("message", text),
        ("hint", text),
        *place,
        ("related", arrow.list_(arrow.struct([("message", text), *place]))),
        ("fix", fix),
    ]
    metadata = {"articlelint.schema": "findings", "articlelint.schema.version": str(VERSION)}
    return arrow.schema(columns, metadata)


def rows_of(report: Report) -> Iterator[dict[str, object]]:
    """Yield the records of *report*."""
    for problem in report.problems:
        yield _row(problem.path, "problem", problem.message)
    for crash in report.crashes:
        yield {**_row(None, "crash", crash.error), "rule": crash.rule}
    for file in report.files:
        yield from _rows_of_file(report, file)


def _rows_of_file(report: Report, file: FileReport) -> Iterator[dict[str, object]]:
    path = file.path.as_posix()
    for finding in file.findings:
        yield {"kind": "finding", **record(report, file, finding)}
    if file.problem:
        yield _row(path, "problem", file.problem)
    for crash in file.crashes:
        yield {**_row(path, "crash", crash.error), "rule": crash.rule}


def _row(path: str | None, kind: str, message: str) -> dict[str, object]:
    return {"path": path, "kind": kind, "message": message, "severity": "error"}


def table_of(records: list[dict[str, object]], schema: Any, kind: type | None = None) -> Any:
    """Return *records* as an Arrow RecordBatch, or what is of the same *kind*.

    Characters that UTF-8 cannot have are replaced.
    """
    arrow = required("pyarrow", "tables", "an Arrow batch")
    make = (kind or arrow.RecordBatch).from_pylist  # type: ignore[union-attr] # it is one of two
    try:
        return make(records, schema)
    except UnicodeEncodeError:
        return make([_encodable(each) for each in records], schema)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _encodable(each) for key, each in value.items()}
    return [_encodable(each) for each in value] if isinstance(value, list) else value
