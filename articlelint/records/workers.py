"""Worker processes for records, which are handed out as they come: nobody knows how many there are.

So many are under way at once that no worker waits, and no more: memory does not grow with a table.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint.errors import SourceError
from articlelint.named_tuple import NamedTuple
from articlelint.report.report import FileReport
from articlelint.runner.check import Outcome, check_bytes
from articlelint.runner.workers import (
    alone,
    can_share,
    give_up,
    job_here,
    no_interrupt,
    pool_of,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from articlelint.records.detached import Detached
    from articlelint.runner.job import Job
    from articlelint.sources.record import Record

CHUNK: Final = 32
"""Records are handed out so many at once."""
_AHEAD: Final = 3
"""So many chunks for each worker are under way."""


class Checked(NamedTuple):
    """A record, and what came of it."""

    record: Record
    outcome: Outcome


def place_of(job: Job, record: Record) -> Path:
    """Return the path of *record* for *job*, whose configuration is a detached one.

    Raises SourceError where it leads out of the root.
    """
    configs: Detached = job.configs  # type: ignore[assignment] # so it is with records
    return configs.place(record.path)


def check_record(job: Job, record: Record) -> Outcome:
    """Check *record*; a crash, and a path that leads elsewhere, become part of the report."""
    try:
        path = place_of(job, record)
    except SourceError as error:
        return Outcome(FileReport(Path(record.path), problem=str(error)))
    return check_bytes(job, path, record.data)[0]


def outcomes(job: Job, chunks: Iterable[Sequence[Record]], processes: int) -> Iterator[Checked]:
    """Yield what comes of each record, in their order.

    Where a worker dies, the record that it died of is found, and the others are checked.
    """
    if processes == 1 or not can_share():
        for chunk in chunks:
            for record in chunk:
                yield Checked(record, check_record(job, record))
        return
    waiting = iter(chunks)
    under_way: deque[Sequence[Record]] = deque()
    while (yield from _till_one_dies(job, waiting, under_way, processes)):
        for record in under_way.popleft():
            yield Checked(record, alone(job, _check, record, Path(record.path)))


def _till_one_dies(
    job: Job,
    waiting: Iterator[Sequence[Record]],
    under_way: deque[Sequence[Record]],
    processes: int,
) -> Generator[Checked, None, bool]:
    """Yield what comes of the records *under_way* and *waiting*; tell whether a worker died."""
    from concurrent.futures.process import BrokenProcessPool

    with pool_of(job, processes) as pool:
        futures: deque[Future[list[Outcome]]] = deque()
        try:
            with no_interrupt():
                futures += [pool.submit(_check, chunk) for chunk in under_way]
                _fill(pool, waiting, under_way, futures, processes)
            while under_way:
                done = futures.popleft().result()
                yield from map(Checked, under_way.popleft(), done)
                _fill(pool, waiting, under_way, futures, processes)
        except BrokenProcessPool:
            return True
        except BaseException:
            give_up(futures, pool)
            raise
    return False


def _fill(
    pool: ProcessPoolExecutor,
    waiting: Iterator[Sequence[Record]],
    under_way: deque[Sequence[Record]],
    futures: deque[Future[list[Outcome]]],
    processes: int,
) -> None:
    while len(under_way) < processes * _AHEAD:
        chunk = next(waiting, None)
        if chunk is None:
            return
        under_way.append(chunk)
        futures.append(pool.submit(_check, chunk))


def _check(records: Sequence[Record]) -> list[Outcome]:
    job = job_here()
    return [check_record(job, record) for record in records]
