"""articlelint on Spark: ``pip install "articlelint[spark]"``; see ``docs/scale.md``."""

from __future__ import annotations

import os
import sys
from functools import partial, reduce
from typing import TYPE_CHECKING, Any, Final

from articlelint.extras import required
from articlelint.records.engine import check_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.records.engine import Stage

_TASKS: Final = 4
"""So many tasks for each core compare what meets."""


def check(articles: Any, config: str) -> Any:
    """Return the findings in a DataFrame of articles as one, as ``articlelint.arrow`` has them.

    Rules that compare articles are among them. *config* is made by ``articlelint.arrow.config``.
    """
    return check_articles(Engine(articles.sparkSession), articles, config)


class Engine:
    """What Spark does with DataFrames, in *session* or the one that there is."""

    @classmethod
    def started(cls) -> Engine:
        """Return the engine with a session: the one there is, is configured, or a local one.

        On this machine its workers run the Python that runs this, not the first on the path.
        """
        engine = cls()
        context = engine._context
        if context is not None and context.master.startswith("local"):
            context.pythonExec = os.environ.get("PYSPARK_PYTHON", sys.executable)
        return engine

    def __init__(self, session: Any = None) -> None:
        sql = required("pyspark.sql", "spark", "articlelint.spark")
        self._session = session or sql.SparkSession.builder.getOrCreate()
        self._context = getattr(self._session, "sparkContext", None)  # Spark Connect has none

    def mapped(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each batch."""
        return data.mapInArrow(partial(_each, stage=stage), _types(schema))

    def selected(self, data: Any, kinds: Sequence[str], schema: Any) -> Any:
        """Return the rows of these *kinds*, with the columns of *schema*."""
        return data.where(data["kind"].isin(*kinds)).select(*schema.names)

    def reduced(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each group.

        Spark's 200 tasks (``spark.sql.shuffle.partitions``) would take longer than their work.
        """

        def once(table: Any) -> Any:  # Spark looks at how many arguments there are
            return stage(table)

        if self._context is not None:
            data = data.repartition(_TASKS * self._context.defaultParallelism, "group")
        return data.groupBy("group").applyInArrow(once, _types(schema))

    def kept(self, data: Any) -> Any:
        """Return *data*, kept in memory and on disk."""
        return data.persist()

    def together(self, data: Sequence[Any]) -> Any:
        """Return the union of *data*."""
        return reduce(lambda one, other: one.unionByName(other), data)

    def made(self, table: Any) -> Any:
        """Return *table* as a DataFrame, a partition a row."""
        frame = self._session.createDataFrame(table)
        return frame.repartitionByRange(max(1, table.num_rows), *frame.columns)

    def tables(self, data: Any) -> Iterator[Any]:
        """Yield the partitions."""
        yield data.toArrow()

    def write(self, data: Any, folder: str) -> None:
        """Write Parquet files."""
        data.write.parquet(folder)


def _each(batches: Iterable[Any], stage: Stage) -> Iterator[Any]:
    arrow = required("pyarrow", "tables", "articlelint.spark")
    for batch in batches:
        yield from stage(arrow.Table.from_batches([batch])).to_batches()


def _types(schema: Any) -> Any:
    pandas = required("pyspark.sql.pandas.types", "spark", "articlelint.spark")
    return pandas.from_arrow_schema(schema)
