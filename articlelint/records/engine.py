"""The run of an engine: what is mapped, what is reduced, in which order. The same for each."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from articlelint.named_tuple import NamedTuple
from articlelint.records import splits, stages
from articlelint.records.shipped import received
from articlelint.reporters.columns import schema as findings_schema
from articlelint.reporters.columns import table_of
from articlelint.sources.tables import records_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from articlelint.records.stages import Looks, Row
    from articlelint.report.report import Problem
    from articlelint.sources.record import Record

    Stage = Callable[[Any], Any]
    """A function from an Arrow table to an Arrow table."""


_ROWS: Final = 512
"""Articles whose texts are in the memory of a task at once, beside the engine's own."""
_LEAST_BUCKETS: Final = 16
"""What few articles say to each other falls into so many; an engine takes its time for each."""


_FREED: Final = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_TRIM_THRESHOLD_": "65536",
}
"""What makes workers give memory back that they no longer use: Arrow's allocator and glibc's keep
it, an arena for each thread, and a worker has a dozen threads."""


def start_lean(**more: str) -> None:
    """Let workers that are started on this machine from now on give memory back.

    *more* are variables of the environment that do so for an engine of its own kind.
    """
    for name, value in (_FREED | more).items():
        os.environ.setdefault(name, value)


class Engine(Protocol):
    """What an engine can do with data of its own kind; *schema* is always that of the result."""

    def mapped(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of each piece of *data*."""

    def selected(self, data: Any, kinds: Sequence[str], schema: Any) -> Any:
        """Return the rows that have one of these *kinds*, with the columns of *schema*."""

    def reduced(self, data: Any, stage: Stage, schema: Any) -> Any:
        """Return what *stage* makes of the rows of *data* that have one ``group``, all at once."""

    def kept(self, data: Any) -> Any:
        """Return *data*, worked out once for all that is made of it."""

    def together(self, data: Sequence[Any]) -> Any:
        """Return all of *data* as one."""

    def made(self, table: Any) -> Any:
        """Return an Arrow table as data; a row of it may be work for a task of its own."""

    def tables(self, data: Any) -> Iterator[Any]:
        """Yield *data* as Arrow tables, here."""

    def write(self, data: Any, folder: str) -> None:
        """Write *data* as Parquet files."""


class Findings(NamedTuple):
    """Findings as *data* of the engine, and how many articles were *checked*."""

    data: Any
    checked: int


def check_articles(engine: Engine, articles: Any, config: str) -> Any:
    """Return the findings in *articles*, data of *engine* with the columns of *config*."""

    def second(looks: Looks) -> Any:
        stage = partial(_second_look, config=config, looks=looks)
        return engine.mapped(articles, stage, findings_schema())

    return _findings(engine, articles, partial(_outcomes, config=config), second, config).data


def check_splits(engine: Engine, parts: Sequence[splits.Split], config: str) -> Findings:
    """Return the findings in the articles of *parts*, each of which a task reads by itself."""

    def second(looks: Looks) -> Any:
        stage = partial(_second_look_at_splits, config=config)
        made = engine.made(splits.table_of_looks(parts, looks))
        return engine.mapped(made, stage, findings_schema())

    data = engine.made(splits.table(parts))
    buckets = min(stages.BUCKETS, max(_LEAST_BUCKETS, len(parts)))
    first = partial(_outcomes_of_splits, config=config, buckets=buckets)
    return _findings(engine, data, first, second, config)


def _findings(
    engine: Engine, data: Any, first: Stage, second: Callable[[Looks], Any], config: str
) -> Findings:
    passed = stages.schema()
    seen = engine.kept(engine.mapped(data, first, passed))
    facts = engine.selected(seen, [stages.FACT], passed)
    met = engine.kept(engine.reduced(facts, partial(stages.compared, config=config), passed))
    again = engine.selected(seen, [stages.AGAIN, stages.CHECKED], passed)
    left = engine.selected(met, [stages.FOUND, stages.FACT], passed)
    rows = (*_rows(engine, again), *_rows(engine, left))
    checked, looks, crashes = stages.seen_in(rows, config)
    told = [engine.selected(each, stages.TOLD, findings_schema()) for each in (seen, met)]
    if looks:
        told.append(second(looks))
    if crashes:
        told.append(engine.made(table_of(crashes, findings_schema(), stages.table_class())))
    return Findings(engine.together(told), checked)


def _rows(engine: Engine, data: Any) -> Iterable[Row]:
    for table in engine.tables(data):
        yield from table.to_pylist()


def _records(table: Any, config: str) -> Iterator[Record | Problem]:
    columns = received(config)[1]
    for batch in table.to_batches(max_chunksize=_ROWS) or [table]:
        yield from records_in(batch, columns)


def _outcomes(table: Any, config: str) -> Any:
    return stages.outcomes(_records(table, config), config)


def _second_look(table: Any, config: str, looks: Looks) -> Any:
    return stages.second_look(_records(table, config), config, looks)


def _outcomes_of_splits(table: Any, config: str, buckets: int) -> Any:
    return stages.outcomes(splits.records_of(table, received(config)[1]), config, buckets)


def _second_look_at_splits(table: Any, config: str) -> Any:
    records = splits.records_of(table, received(config)[1])
    return stages.second_look(records, config, splits.looks_of(table))
