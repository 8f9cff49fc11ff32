"""What checking many articles costs, here and on engines, and whether all find the same.

    python benchmarks/scale.py NUMBER|FOLDER ... [--engine ray|spark|dask ...] [--jobs N]

Tables of so many articles (see ``articles.py``), or of the articles in a folder, are checked by the
command, as a reader would do it. Processor time is that of the command and all processes that it
starts, looked at ten times a second; memory is the largest that one of them had of its own. The
findings of an engine are compared, sorted, with those found here. Needs psutil.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
from articles import write

from articlelint.article import SYNTAXES

_INTERVAL = 0.1


class Cost(NamedTuple):
    """Seconds of the clock and of the processor, and megabytes of the largest process."""

    seconds: float
    processor: float
    memory: float


def write_folder(folder: Path, target: Path) -> int:
    """Write the texts below *folder* to a table, and return how many they are."""
    paths = sorted(each for each in folder.rglob("*") if each.suffix in SYNTAXES)
    texts = [each.read_bytes() for each in paths if each.is_file()]
    names = [each.relative_to(folder).as_posix() for each in paths if each.is_file()]
    pq.write_table(pa.table({"path": names, "content": pa.array(texts, pa.binary())}), target)
    return len(texts)


def findings_in(folder: Path) -> list[str]:
    """Return the records in a folder of Parquet files, sorted."""
    tables = [pq.read_table(each) for each in sorted(folder.rglob("*.parquet"))]
    return sorted(json.dumps(row) for table in tables for row in table.to_pylist())


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
    """Check each table by each engine, and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--engine", action="append", default=[])
    parser.add_argument("--jobs", default="2")
    given = parser.parse_args()
    print("articles  by     seconds  processor  ms/article    MB  findings")
    for source in given.sources:
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder, "articles.parquet")
            if source.isdigit():
                number = int(source)
                write(number, str(table))
            else:
                number = write_folder(Path(source), table)
            here: list[str] = []
            for engine in ("", *given.engine):
                out = Path(folder, engine or "here")
                flags = ["--engine", engine] if engine else ["--jobs", given.jobs]
                common = ["--table", str(table), "--isolated", "-q", "--exit-zero"]
                made = cost([*common, *flags, "--output-format", f"parquet={out}"])
                found = findings_in(out)
                here = found if not engine else here
                each = made.processor / number * 1000
                same = f"{len(found)}" if found == here else f"{len(found)}, not those found here"
                print(
                    f"{number:8}  {engine or 'here':5}  {made.seconds:7.1f}  {made.processor:9.1f}"
                    f"  {each:10.2f}  {made.memory:4.0f}  {same}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
