"""Worker processes, for so many files that starting them pays off."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from articlelint.linting.rule import Depends
from articlelint.runner.check import ENGINE, check_file, crashed
from articlelint.runner.collector import collect_seldom
from articlelint.text.files import discard_unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from pathlib import Path
    from threading import Thread
    from types import FrameType

    from articlelint.runner.check import Outcome
    from articlelint.runner.job import Job

T = TypeVar("T")

LARGEST_CHUNK = 32
"""So many files are handed out at once, at most."""
_CHUNKS = 4
"""Each worker has so many chunks to do at least, so that all end at about the same time."""
_AHEAD = 16
"""So many chunks for each worker are handed out before the first of them is taken back."""
_PATIENCE = 2.0
"""Seconds that workers which were told to stop may take."""

# A forked worker has everything imported and configured; elsewhere than on Linux, system
# libraries do not survive a fork, and workers start from nothing.
START_METHOD = "fork" if sys.platform == "linux" else "spawn"
FILES_PER_WORKER = 40 if START_METHOD == "fork" else 150
"""How many files each process must have to do for a second one to pay off."""

_job: Job | None = None
"""The job of this worker process; set once, when it starts."""


def outcomes(job: Job, files: Sequence[Path], jobs: int | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each of *files*, in their order.

    *jobs* is the number of processes at most; None leaves it to the number of files and
    processors.
    """
    count = worker_count(len(files), jobs)
    if count == 1:
        for path in files:
            yield check_file(job, path)
        return
    yield from _in_parallel(job, files, count)


def worker_count(files: int, jobs: int | None) -> int:
    """Return how many processes are to check so many *files*."""
    most = jobs or processors()
    count = max(1, min(most, files // FILES_PER_WORKER if jobs is None else files))
    return count if count == 1 or can_share() else 1


@cache
def can_share() -> bool:
    """Tell whether processes can share a lock here; without a writable ``/dev/shm`` they cannot."""
    import multiprocessing

    try:
        multiprocessing.get_context(START_METHOD).Lock()
    except (ImportError, OSError):
        return False
    return True


def processors() -> int:
    """Return how many processors this process may use."""
    if sys.platform == "linux":  # what this process may use, not what there is
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_parallel(job: Job, files: Sequence[Path], count: int) -> Iterator[Outcome]:
    """Hand out the files in chunks; where a worker dies, find the file it died of, and go on."""
    if START_METHOD == "fork" and not job.asking and job.facts_of is None:
        _index(job, files)
    size = max(1, min(LARGEST_CHUNK, len(files) // (count * _CHUNKS)))
    while files:
        done = 0
        for outcome in _till_one_dies(job, files, count, size):
            yield outcome
            done += 1
        suspects, files = files[done : done + size], files[done + size :]
        for path in suspects:
            yield alone(job, _check_chunk, path, path)


def _index(job: Job, files: Sequence[Path]) -> None:
    """Find out here at which addresses pages are: workers then have it, and make it no more."""
    from articlelint.destinations.page_index import pages_of  # 15 ms, where there are several files

    configs = {id(config): config for config in map(job.configs.for_file, files)}
    for config in configs.values():
        if any(Depends.SITE in rule.depends for rule in config.rules):
            with suppress(Exception):  # it is met again, and told, where a rule asks
                pages_of(config.site)


def _till_one_dies(job: Job, files: Sequence[Path], count: int, size: int) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    chunks = deque(files[start : start + size] for start in range(0, len(files), size))
    futures: deque[Future[list[Outcome]]] = deque()
    with pool_of(job, count) as pool:
        try:
            while chunks or futures:
                while chunks and len(futures) < count * _AHEAD:
                    with no_interrupt():
                        futures.append(pool.submit(_check_chunk, chunks.popleft()))
                yield from futures.popleft().result()
        except BrokenProcessPool:
            pass
        except BaseException:
            give_up(futures, pool)
            raise


def alone(job: Job, check: Callable[[Sequence[T]], list[Outcome]], item: T, path: Path) -> Outcome:
    """Return what *check* makes of the *item* at *path* in a process of its own.

    One like it was the death of another.
    """
    from concurrent.futures.process import BrokenProcessPool

    with pool_of(job, 1) as pool:
        try:
            with no_interrupt():
                future = pool.submit(check, [item])
            return future.result()[0]
        except BrokenProcessPool as error:
            return crashed(path, ENGINE, error)
        except BaseException:
            give_up((), pool)
            raise


@contextmanager
def no_interrupt() -> Iterator[None]:
    """Hold the interrupt key back while workers start, until they know what to do about it."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def give_up(futures: Iterable[Future[Any]], pool: ProcessPoolExecutor) -> None:
    """End the workers of *pool*, whatever they are at."""
    for future in futures:
        future.cancel()
    import multiprocessing

    minder: Any = pool._executor_manager_thread  # noqa: SLF001 - it is to be told from others
    with _hushed(minder) if minder else nullcontext():
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()  # it may be at work on a large file


@contextmanager
def _hushed(minder: Thread) -> Iterator[None]:
    """Let the thread that minds the workers miss them before it is told, and not print that.

    What other threads raise is told as before, by the hook that was there.
    """
    import threading

    told = threading.excepthook

    def tell(raised: threading.ExceptHookArgs) -> None:
        if raised.thread is not minder:
            told(raised)

    threading.excepthook = tell
    yield
    minder.join(_PATIENCE)
    if threading.excepthook is tell and not minder.is_alive():
        threading.excepthook = told


def pool_of(job: Job, count: int) -> ProcessPoolExecutor:
    """Return *count* worker processes for *job*, which start when they have something to do."""
    import multiprocessing  # 20 ms, for many files only
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context(START_METHOD),
        initializer=_start,
        initargs=(job,),
    )


def _start(job: Job) -> None:
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and ends the others
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    global _job  # noqa: PLW0603 - a worker has one job, and its functions get files alone
    _job = job
    collect_seldom()


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    discard_unfinished()
    os._exit(1)  # an exception may be raised where nobody catches it, and be printed


def _die_with_parent() -> None:
    """End this process when the one that started it is gone, however it ended."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def job_here() -> Job:
    """Return the job of this worker process."""
    if _job is None:
        raise RuntimeError("a worker was given files before its job")
    return _job


def _check_chunk(files: Sequence[Path]) -> list[Outcome]:
    job = job_here()
    return [check_file(job, path) for path in files]
