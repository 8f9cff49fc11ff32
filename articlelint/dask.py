"""articlelint on Dask: ``pip install "articlelint[dask]"``; see ``docs/scale.md``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from articlelint.extras import required
from articlelint.records.engine import check_articles, start_lean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from articlelint.records.engine import Stage

_LIMIT = 4 * 2**30
"""Bytes of a worker of our own; it is not what it uses, but what its shares are of."""
_LEAN = {
    "distributed.p2p.comm.buffer": "32MiB",
    "distributed.p2p.storage.buffer": "32MiB",
    "distributed.worker.memory.target": 64 * 2**20 / _LIMIT,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    "distributed.worker.profile.enabled": False,
}
"""What a worker of our own keeps: little of a shuffle, of results 64 MB beside those on the disk,
and of the calls that it sees each 10 ms nothing. Else these are up to a gigabyte and 100 MB, most
of the machine, and 2 MB for a thousand articles."""
_MOST_PARTITIONS = 1024
"""Of each result a worker keeps some 100 KB, however short it is and wherever its rows are."""
_PASSED = ["group", "value"]
"""What of the rows is shuffled."""


def check(articles: Any, config: str) -> Any:
    """Return the findings in a DataFrame of articles as one, as ``articlelint.arrow`` has them.

    Rules that compare articles are among them. *config* is made by ``articlelint.arrow.config``.
    """
    return check_articles(Engine(), articles, config)


class Engine:
    """What Dask does with DataFrames; their columns are Arrow's."""

    client: Any = None

    @classmethod
    def started(cls) -> Engine:
        """Return the engine with a cluster: the one there is, is configured, or a local one."""
        distributed = required("distributed", "dask", "articlelint.dask")
        engine = cls()
        try:
            engine.client = distributed.get_client()
        except ValueError:
            start_lean()
            with required("dask", "dask", "articlelint.dask").config.set(_LEAN):
                engine.client = distributed.Client(
                    threads_per_worker=1, dashboard_address=None, memory_limit=_LIMIT
                )
        return engine

    def mapped(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each partition."""
        return _mapped(data, _each, stage, schema)

    def selected(self, data: Any, kinds: Sequence[str], schema: Any) -> Any:
        """Return the rows of these *kinds*, with the columns of *schema*."""
        return data[data["kind"].isin(list(kinds))][schema.names]

    def reduced(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each group: those of one partition after another."""
        shuffled = data[_PASSED].shuffle("group")
        return _mapped(shuffled, _each_group, stage, schema)

    def kept(self, data: Any) -> Any:
        """Return *data*, kept by the workers."""
        return data.persist()

    def together(self, data: Sequence[Any]) -> Any:
        """Return all of *data*."""
        return _dask().concat(list(data))

    def made(self, table: Any) -> Any:
        """Return *table* as a DataFrame, a partition a row as far as there may be so many."""
        number = max(1, min(table.num_rows, _MOST_PARTITIONS))
        return _dask().from_pandas(_frame(table), npartitions=number)

    def tables(self, data: Any) -> Iterator[Any]:
        """Yield the partitions."""
        for number in range(data.npartitions):
            yield _table(data.partitions[number].compute())

    def write(self, data: Any, folder: str) -> None:
        """Write Parquet files."""
        data.to_parquet(folder, write_index=False)


def _mapped(data: Any, function: Callable[..., Any], stage: Stage, schema: Any) -> Any:
    """Return what *function* makes of each partition with *stage*.

    A worker keeps what is sent with each task: so *stage*, which knows the configuration and what
    is found in articles, is sent by itself, and the columns not at all.
    """
    sent = required("dask", "dask", "articlelint.dask").delayed(stage)
    meta = _frame(schema.empty_table())
    return data.map_partitions(function, sent, schema, meta=meta, enforce_metadata=False)


def _each(frame: Any, stage: Stage, _schema: Any) -> Any:
    return _frame(stage(_table(frame)))


def _each_group(frame: Any, stage: Stage, schema: Any) -> Any:
    arrow = required("pyarrow", "tables", "articlelint.dask")
    table = _table(frame).sort_by("group")
    made = []
    first = 0
    for _, rows in groupby(table.column("group").to_pylist()):
        count = len(list(rows))
        made.append(stage(table.slice(first, count)))
        first += count
    return _frame(arrow.concat_tables(made) if made else schema.empty_table())


def _table(frame: Any) -> Any:
    arrow = required("pyarrow", "tables", "articlelint.dask")
    return arrow.Table.from_pandas(frame, preserve_index=False)


def _frame(table: Any) -> Any:
    pandas = required("pandas", "dask", "articlelint.dask")
    return table.to_pandas(types_mapper=pandas.ArrowDtype)


def _dask() -> Any:
    return required("dask.dataframe", "dask", "articlelint.dask")
