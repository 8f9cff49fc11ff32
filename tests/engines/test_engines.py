"""Ray, Spark and Dask find what a local run finds, rules that compare articles included."""

from __future__ import annotations

import json
import os
import signal
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from articlelint.cli.program import program
from tests.engines.conftest import in_order

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyarrow as pa

pytestmark = [
    pytest.mark.engines,
    pytest.mark.filterwarnings("default"),  # the engines warn of each other's newest versions
]

ENGINES = ("ray", "spark", "dask")
FLAGS = ("--select", "html,site,suppression,dates")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    request.getfixturevalue(request.param)
    name: str = request.param
    return name


def data_of(engine: str, table: pa.Table) -> Any:
    """Return *table* as data of the engine, in several pieces."""
    if engine == "ray":
        import ray

        return ray.data.from_arrow([table.slice(start, 60) for start in range(0, len(table), 60)])
    if engine == "spark":
        from pyspark.sql import SparkSession

        return SparkSession.builder.getOrCreate().createDataFrame(table).repartition(4)
    import dask.dataframe
    import pandas as pd

    return dask.dataframe.from_pandas(table.to_pandas(types_mapper=pd.ArrowDtype), npartitions=4)


def rows_of(engine: str, data: Any) -> list[dict[str, Any]]:
    machine = import_module(f"articlelint.{engine}").Engine()
    return [row for each in machine.tables(data) for row in each.to_pylist()]


def killing(marker: str, stage: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return *stage*, which kills the process that it runs in, the first time that it runs."""

    def run(table: Any) -> Any:
        made = stage(table)
        try:
            os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return made
        os.kill(os.getpid(), signal.SIGKILL)
        return made

    return run


def test_findings_are_those_of_a_local_run(
    engine: str, articles: pa.Table, config: str, locally: Callable[[pa.Table], list[str]]
) -> None:
    here = locally(articles)
    rules = ("site/duplicate-permalink", "site/term-case", "suppression/unused", "has no text")
    assert all(any(rule in each for each in here) for rule in rules)
    found = import_module(f"articlelint.{engine}").check(data_of(engine, articles), config)
    assert in_order(rows_of(engine, found)) == here


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(
    engine: str,
    articles: pa.Table,
    config: str,
    locally: Callable[[pa.Table], list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    adapter = import_module(f"articlelint.{engine}")
    mapped = adapter.Engine.mapped
    marker = tmp_path / "killed"

    def mapped_once(self: Any, data: Any, stage: Any, schema: Any) -> Any:
        if "_outcomes" in str(stage):
            stage = killing(str(marker), stage)
        return mapped(self, data, stage, schema)

    monkeypatch.setattr(adapter.Engine, "mapped", mapped_once)
    found = adapter.check(data_of(engine, articles), config)
    assert in_order(rows_of(engine, found)) == locally(articles)
    assert marker.exists()


def test_the_command_hands_a_table_to_an_engine(
    engine: str, articles: pa.Table, config: str
) -> None:
    assert config
    pq.write_table(articles.slice(0, 90), "a.parquet", row_group_size=40)
    pq.write_table(articles.slice(90), "b.parquet")
    tables = ("check", "--table", "a.parquet", "--table", "b.parquet", *FLAGS)
    whole = CliRunner().invoke(program, [*tables, "--output-format", "parquet=local"])
    flags = ("--engine", engine, "--output-format")
    result = CliRunner().invoke(program, [*tables, *flags, "parquet=found"])
    assert in_order(pq.read_table("found").to_pylist()) == in_order(
        pq.read_table("local").to_pylist()
    )
    assert "a.parquet: row 51: `null.md` has no text" in result.stderr
    closing, _, _ = whole.stderr.splitlines()[-1].partition(" (")  # how many are suppressed
    assert result.stderr.splitlines()[-1] == closing
    assert result.exit_code == whole.exit_code == 2
    result = CliRunner().invoke(program, [*tables, *flags, "json-lines"])
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert in_order(lines) == in_order(pq.read_table("local").to_pylist())


def test_partitions_of_dask_are_bounded_and_hold_all() -> None:
    pytest.importorskip("dask.dataframe")
    import pyarrow as pa

    from articlelint.dask import Engine

    made = Engine().made(pa.table({"split": [b"%d" % number for number in range(2500)]}))
    assert made.npartitions <= 1024
    assert sorted(made["split"].compute()) == sorted(b"%d" % number for number in range(2500))
