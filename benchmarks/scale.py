"""What checking many articles costs, here and on engines: processor time and memory.

    python benchmarks/scale.py NUMBER [NUMBER ...] [--engine ray|spark|dask ...] [--jobs N]

Tables of so many articles (see ``articles.py``) are checked by the command, as a reader would do
it. Processor time is that of the command and all processes that it starts, looked at ten times a
second; memory is the largest that one of them had of its own. Needs psutil.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil
from articles import write

_INTERVAL = 0.1


class Cost(NamedTuple):
    """Seconds of the clock and of the processor, and megabytes of the largest process."""

    seconds: float
    processor: float
    memory: float


def cost(arguments: list[str]) -> Cost:
    """Run the command with *arguments* and return what it cost."""
    seconds: dict[int, float] = {}
    memory = 0.0
    begin = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "articlelint", "check", *arguments]) as process:
        top = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                family = [top, *top.children(recursive=True)]
            except psutil.NoSuchProcess:
                break
            for each in family:
                try:
                    times = each.cpu_times()
                    seconds[each.pid] = times.user + times.system
                    if "java" not in each.name():
                        memory = max(memory, each.memory_full_info().uss / 2**20)
                except psutil.Error:  # it has just ended
                    continue
            time.sleep(_INTERVAL)
    return Cost(time.perf_counter() - begin, sum(seconds.values()), memory)


def main() -> None:
    """Check tables of each size by each engine, and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", type=int, nargs="+")
    parser.add_argument("--engine", action="append", default=[])
    parser.add_argument("--jobs", default="2")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print("articles  by     seconds  processor  ms/article  MB")
        for number in given.numbers:
            table = Path(folder, f"{number}.parquet")
            write(number, str(table))
            for engine in ("", *given.engine):
                out = Path(folder, f"{number}-{engine or 'here'}")
                flags = ["--engine", engine] if engine else ["--jobs", given.jobs]
                common = ["--table", str(table), "--isolated", "-q", "--exit-zero"]
                made = cost([*common, *flags, "--output-format", f"parquet={out}"])
                each = made.processor / number * 1000
                print(
                    f"{number:8}  {engine or 'here':5}  {made.seconds:7.1f}  {made.processor:9.1f}"
                    f"  {each:10.2f}  {made.memory:4.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
