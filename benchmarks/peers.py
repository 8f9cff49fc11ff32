"""Times articlelint and linters of Markdown on the same folder, in turn, as whole processes.

``python benchmarks/peers.py FOLDER [--runs N]`` runs those of the programs below that are on the
path: one run of each to warm up, then N rounds. It prints, for each, the least and the median
of wall and processor seconds, its processes of all kinds together, and the median ratio of
its wall time to articlelint's of the same round. They do not do the same work: the ratios say
what it costs to have both, not which is written better.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

PROGRAMS = {
    "articlelint": ["articlelint", "check", "--isolated", "--exit-zero"],
    "articlelint --jobs 1": ["articlelint", "check", "--isolated", "--exit-zero", "--jobs=1"],
    "rumdl": ["rumdl", "check", "--no-cache"],
    "markdownlint-cli2": ["markdownlint-cli2"],
    "pymarkdown": ["pymarkdown", "scan", "--recurse"],
}


class Time(NamedTuple):
    """Seconds: on the clock, and of processors, children of the program included."""

    wall: float
    processor: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    commands = {name: of(name, arguments.folder) for name in PROGRAMS if found(name)}
    if "articlelint" not in commands:
        sys.exit("articlelint is not on the path")
    for command in commands.values():
        timed(command)
    rounds = [
        {name: timed(command) for name, command in commands.items()} for _ in range(arguments.runs)
    ]
    files = sum(path.suffix in {".md", ".markdown", ".mdx"} for path in arguments.folder.rglob("*"))
    print(f"{files} files of Markdown, {arguments.runs} rounds, {os.cpu_count()} processors")
    print(f"{'':22}{'wall: least':>13}{'median':>9}{'cpu: least':>13}{'median':>9}{'ratio':>8}")
    for name in commands:
        wall = [each[name].wall for each in rounds]
        processor = [each[name].processor for each in rounds]
        ratio = median(each[name].wall / each["articlelint"].wall for each in rounds)
        print(
            f"{name:22}{min(wall):13.2f}{median(wall):9.2f}"
            f"{min(processor):13.2f}{median(processor):9.2f}{ratio:8.2f}"
        )


def found(name: str) -> bool:
    """Tell whether the program is on the path."""
    return shutil.which(PROGRAMS[name][0]) is not None


def of(name: str, folder: Path) -> list[str]:
    """Return the command that looks at the articles of *folder*."""
    glob = name == "markdownlint-cli2"
    return [*PROGRAMS[name], str(folder / "**/*.{md,markdown,mdx}") if glob else str(folder)]


def timed(command: list[str]) -> Time:
    """Run *command*, whatever it finds, and return how long it took."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Time(wall, used)


if __name__ == "__main__":
    main()
