"""articlelint on Ray Data: ``pip install "articlelint[ray]"``; see ``docs/scale.md``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from articlelint.extras import required
from articlelint.records import stages
from articlelint.records.engine import check_articles, start_lean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.records.engine import Stage

_SHUFFLED = 16 * 2**20
"""Bytes that a task takes to shuffle, which it has in memory several times; else a gigabyte."""


def check(articles: Any, config: str) -> Any:
    """Return the findings in a Dataset of articles as a Dataset, as ``articlelint.arrow`` has them.

    Rules that compare articles are among them. *config* is made by ``articlelint.arrow.config``.
    """
    return check_articles(Engine(), articles, config)


class Engine:
    """What Ray Data does with Datasets."""

    @classmethod
    def started(cls) -> Engine:
        """Return the engine with a cluster: the one that is configured, or a local one."""
        start_lean(RAY_DATA_SHUFFLE_INPUT_BATCH_BYTES=str(_SHUFFLED))
        return cls()

    def mapped(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each batch."""
        # With a number of rows Ray puts small blocks together, and all of a run into one task.
        return data.map_batches(stage, batch_format="pyarrow", batch_size=None)

    def selected(self, data: Any, kinds: Sequence[str], schema: Any) -> Any:
        """Return the rows of these *kinds*, with the columns of *schema*."""
        stage = partial(stages.selected, kinds=kinds, schema=schema)
        return data.map_batches(stage, batch_format="pyarrow", batch_size=None)

    def reduced(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each group."""
        kept = data.materialize()
        if not kept.count():
            return kept
        return kept.groupby("group").map_groups(stage, batch_format="pyarrow")

    def kept(self, data: Any) -> Any:
        """Return *data* in the object store."""
        return data.materialize()

    def together(self, data: Sequence[Any]) -> Any:
        """Return the union of *data*."""
        first, *others = data
        return first.union(*others)

    def made(self, table: Any) -> Any:
        """Return *table* as a Dataset, a block a row."""
        ray = required("ray", "ray", "articlelint.ray")
        required("ray.data", "ray", "articlelint.ray")
        return ray.data.from_arrow([table.slice(row, 1) for row in range(table.num_rows)])

    def tables(self, data: Any) -> Iterator[Any]:
        """Yield the blocks."""
        yield from data.iter_batches(batch_format="pyarrow", batch_size=None)

    def write(self, data: Any, folder: str) -> None:
        """Write Parquet files."""
        data.write_parquet(folder)
