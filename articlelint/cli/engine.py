"""``articlelint check --engine``: an engine checks the articles, here is what comes of it."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from articlelint.cli.output import print_lines, write_lines
from articlelint.diagnostic import Severity
from articlelint.errors import ArticlelintError
from articlelint.extras import required
from articlelint.linting.linter import Crash
from articlelint.records.engine import check_splits
from articlelint.records.report import Tally
from articlelint.records.shipped import shipped
from articlelint.records.splits import Split, splits
from articlelint.records.stages import without
from articlelint.report.report import Problem
from articlelint.reporters.columns import schema
from articlelint.reporters.dump import dumps
from articlelint.reporters.parquet import require_empty
from articlelint.text.edit import Applicability

_LONGEST: Final = 500
"""Characters of what an engine says when it fails."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from articlelint.cli.formats import Outputs, Target
    from articlelint.cli.options import Records
    from articlelint.config import Configs
    from articlelint.sources.record import Columns


def report_of(
    records: Records,
    columns: Columns,
    configs: Configs,
    outputs: Outputs,
    *,
    now: datetime,
    severity: Severity | None,
) -> Tally:
    """Check what *records* names by its engine, write the findings, and return their numbers."""
    target = outputs.targets[0]
    if len(outputs.targets) > 1 or target.format.name not in {"json-lines", "parquet"}:
        raise click.UsageError("--engine writes one format: json-lines, or parquet=FOLDER")
    config = shipped(configs, now, root=records.root, columns=columns)
    found = list(splits(records.tables, records.urls))
    problems = tuple(each for each in found if isinstance(each, Problem))
    parts = [each for each in found if isinstance(each, Split)]
    if not parts:
        return Tally(problems=problems)
    if target.file is not None and target.format.write is not None and _is_local(target.file):
        require_empty(target.file)
    try:
        return _by_engine(str(records.engine), parts, config, target, severity, problems)
    except ArticlelintError:
        raise
    except Exception as error:  # each engine has errors of its own
        said = " ".join(str(error).split())[:_LONGEST]
        raise ArticlelintError(f"{records.engine}: {type(error).__name__}: {said}") from error


def _by_engine(
    name: str,
    parts: list[Split],
    config: str,
    target: Target,
    severity: Severity | None,
    problems: tuple[Problem, ...],
) -> Tally:
    engine = import_module(f"articlelint.{name}").Engine.started()
    data, checked = check_splits(engine, parts, config)
    if severity is not None:
        lower = tuple(each.value for each in Severity if each.rank < severity.rank)
        data = engine.mapped(data, partial(without, severities=lower), schema())
    counts = _Counts()
    if target.format.name == "parquet" and target.file is not None:
        folder = _folder(target.file)
        engine.write(data, folder)
        for table in _written(folder):
            counts.add(table.to_pylist())
    else:
        lines = _lines(engine.tables(data), counts)
        if target.file is not None:
            write_lines(lines, target.file)
        else:
            print_lines(lines, sys.stdout, utf8=True)
    return counts.tally(checked, problems)


def _folder(path: Path) -> str:
    """Return *path* as every worker understands it: absolute, or the URL that it was."""
    if _is_local(path):
        return str(path.absolute())
    scheme, _, rest = path.as_posix().partition(":/")
    return f"{scheme}://{rest}"


def _is_local(path: Path) -> bool:
    scheme, is_url, _ = path.as_posix().partition(":/")
    return not is_url or len(scheme) < 2


def _written(folder: str) -> Iterator[Any]:
    """Yield what was written to *folder*, as far as it is counted."""
    dataset = required("pyarrow.dataset", "tables", "an engine")
    files = None
    if "://" in folder:
        files, folder = required("fsspec.core", "remote", folder).url_to_fs(folder)
    found = dataset.dataset(folder, filesystem=files, format="parquet")
    yield from found.to_batches(columns=["path", "kind", "rule", "severity", "message", "fix"])


def _lines(tables: Iterable[Any], counts: _Counts) -> Iterator[str]:
    for table in tables:
        rows = table.to_pylist()
        counts.add(rows)
        yield from map(dumps, rows)


class _Counts:
    """What findings come to, row by row."""

    def __init__(self) -> None:
        self._severities: Counter[Severity] = Counter()
        self._fixes: Counter[Applicability] = Counter()
        self._problems: list[Problem] = []
        self._crashes: dict[Crash, None] = {}

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        """Count *rows*."""
        for row in rows:
            if row["kind"] == "problem":
                self._problems.append(Problem(row["path"], row["message"]))
            elif row["kind"] == "crash":
                place = f" ({row['path']})" if row["path"] else ""
                self._crashes[Crash(row["rule"], f"{row['message']}{place}", "")] = None
            else:
                self._severities[Severity(row["severity"])] += 1
                if row["fix"]:
                    self._fixes[Applicability[row["fix"]["applicability"].upper()]] += 1

    def tally(self, checked: int, problems: tuple[Problem, ...]) -> Tally:
        """Return the report of what was counted; *problems* were met before."""
        return Tally(
            checked=checked,
            problems=(*problems, *self._problems),
            crashes=tuple(self._crashes),
            severities=self._severities,
            fixes=self._fixes,
        )
