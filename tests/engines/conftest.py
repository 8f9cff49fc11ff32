"""Engines, each with two worker processes of its own, and articles that site rules speak of."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from articlelint import arrow, load_config
from articlelint.records.report import whole
from articlelint.records.run import run
from articlelint.records.shipped import received
from articlelint.reporters.columns import rows_of
from articlelint.sources.tables import records_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SITE = '[site]\ngenerator = "hexo"\n'
TERMS = ("Wind", "wind", "Sky", "sky", "SKY")
OFF = "<!-- articlelint-disable-file site/duplicate-permalink -->\n"


def article(number: int) -> tuple[str, str | None]:
    """Return an article: every seventh has a defect, every third shares an address."""
    if number == 50:
        return "null.md", None
    permalink = number // 3 if number % 3 else number
    text = (
        f"---\ntitle: Title {number}\ndate: 2024-05-{number % 28 + 1:02} 10:00:00\n"
        f"permalink: /{permalink}/\nalias: /{number % 40}/\n"
        f"tags: [{TERMS[number % 5]}]\n---\n\nText {number}.\n"
    )
    if number % 7 == 0:
        text += "<b>x</div></b>\n"
    if number % 11 == 0:
        text += OFF
    return f"source/_posts/{number * 7919 % 1000:04}.md", text


@pytest.fixture(scope="session")
def articles() -> pa.Table:
    paths, texts = zip(*map(article, range(200)), strict=True)
    columns = {"path": paths, "content": pa.array(texts, pa.string()), "position": range(200)}
    return pa.table(columns)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("articlelint.toml").write_text(SITE, encoding="utf-8")
    return arrow.config(load_config(select=["html", "site", "suppression", "dates"]))


@pytest.fixture
def locally(config: str) -> Callable[[pa.Table], list[str]]:
    """Return what gives the findings of a local run over a table, sorted."""

    def find(table: pa.Table) -> list[str]:
        job, columns = received(config)
        report = whole(run(job, lambda: records_in(table, columns), 1))
        return in_order(rows_of(report))

    return find


def in_order(rows: Any) -> list[str]:
    """Return findings as lines, sorted; what is not said of one is null."""
    names = arrow.findings_schema().names
    return sorted(json.dumps({name: row.get(name) for name in names}) for row in rows)


@pytest.fixture(scope="session")
def ray() -> Iterator[Any]:
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    pytest.importorskip("ray.data", reason="Ray Data is not installed")
    os.environ.setdefault("RAY_raylet_start_wait_time_s", "300")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2,4]").appName("articlelint")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.driver.host": "127.0.0.1",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def dask() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    with (
        distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client
