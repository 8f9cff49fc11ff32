"""Times articlelint and other linters of articles on the same folders, as whole processes.

``python benchmarks/peers.py FOLDER... [--runs N] [--peers FOLDER]`` installs the peers in a folder
of their own (``.peers`` in the working directory, with pip and npm), runs each once to warm up and
N times in turns with the others, and prints a table in Markdown: medians of wall time and of
processor time, all processes of a program together, the median ratio of wall times to
articlelint's in the same round, the most memory that one of its processes had, and how many
places it names. *cold* uses no cache, *warm* one that the run before has filled.

They do not do the same work: a ratio says what it costs to have both, not which is written better.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ARTICLES = {".md", ".markdown", ".mdx", ".html"}
PLACE = re.compile(rb"(?:^\s*|:)\d+(?::\d+)?(?:-\d+:\d+)?[: ]", re.MULTILINE)


class Peer(NamedTuple):
    """A program, what installs it, and its arguments; *cache* stands for a folder of its own."""

    name: str
    command: tuple[str, ...]
    python: tuple[str, ...] = ()
    node: tuple[str, ...] = ()


REMARK = ("remark-cli", "remark-frontmatter", "remark-lint-frontmatter-schema",
          "remark-preset-lint-recommended")  # fmt: skip
OURS = ("articlelint", "check", ".", "--exit-zero", "--output-format", "concise")
PEERS = (
    Peer("articlelint, cold", (*OURS, "--no-cache")),
    Peer("articlelint, cold, one process", (*OURS, "--no-cache", "--jobs", "1")),
    Peer("articlelint, warm", (*OURS, "--cache-dir", "{cache}")),
    Peer("rumdl, cold", ("rumdl", "check", "--no-cache", "."), python=("rumdl",)),
    Peer("rumdl, warm", ("rumdl", "check", "--cache-dir", "{cache}", "."), python=("rumdl",)),
    Peer("pymarkdown", ("pymarkdown", "scan", "--recurse", "."), python=("pymarkdownlnt",)),
    Peer("markdownlint-cli2", ("markdownlint-cli2", "**/*.{md,markdown,mdx}"),
         node=("markdownlint-cli2",)),
    Peer("remark-lint", ("remark", ".", "--quiet", "--frail", *(
        part for plugin in REMARK[1:] for part in ("--use", "{peers}/node_modules/" + plugin)
    )), node=REMARK),
    Peer("html-validate", ("html-validate", "--ext", "html", "."), node=("html-validate",)),
    Peer("lychee", ("lychee", "--offline", "--no-progress", ".")),
)  # fmt: skip


class Run(NamedTuple):
    """Seconds on the clock and of processors, megabytes of the largest process, places named."""

    wall: float
    processor: float
    memory: float
    places: int


def main() -> None:
    """Print a table for each folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", type=Path, default=Path(".peers"))
    parser.add_argument("--only", nargs="*", help="names of programs, or what they begin with")
    arguments = parser.parse_args()
    peers = [
        peer for peer in PEERS
        if not arguments.only or peer.name.startswith(("articlelint", *arguments.only))
    ]  # fmt: skip
    home = arguments.peers.absolute()
    install(peers, home)
    programs = {peer: path for peer in peers if (path := program(peer, home)) is not None}
    print("\n".join(f"- {line}" for line in versions(programs)))
    for folder in arguments.folders:
        print(f"\n### {folder.name}\n")
        print("\n".join(table(folder, programs, home, arguments.runs)))


def install(peers: list[Peer], home: Path) -> None:
    """Install what is not there yet."""
    home.mkdir(parents=True, exist_ok=True)
    python = {name for peer in peers for name in peer.python}
    node = {name for peer in peers for name in peer.node}
    if python and not (home / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", home / "python"], check=True)
        pip = home / "python" / "bin" / "python"
        subprocess.run([pip, "-m", "pip", "install", "--quiet", *sorted(python)], check=True)
    if node and shutil.which("npm") and not (home / "node_modules").exists():
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home)]
        subprocess.run([*npm, *sorted(node)], check=True)


def program(peer: Peer, home: Path) -> str | None:
    """Return the path of a program; None where it is not installed."""
    folders = (Path(sys.executable).parent, home / "python" / "bin", home / "node_modules" / ".bin")
    found = shutil.which(peer.command[0], path=os.pathsep.join(map(str, folders)))
    return found or shutil.which(peer.command[0])


def versions(programs: dict[Peer, str]) -> list[str]:
    """Return a line for each program: its name and its version."""
    found = {}
    for peer, path in programs.items():
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        number = re.search(r"\d+\.\d+[.\w]*", said.stdout + said.stderr)
        found[peer.command[0]] = f"{peer.command[0]} {number[0] if number else '?'}"
    return [*found.values(), f"Python {sys.version.split()[0]}, {os.cpu_count()} processors"]


def table(folder: Path, programs: dict[Peer, str], home: Path, count: int) -> list[str]:
    """Return the lines of the table of one folder."""
    articles = [path for path in folder.rglob("*") if path.suffix in ARTICLES and path.is_file()]
    if not any(path.suffix == ".html" for path in articles):
        programs = {each: path for each, path in programs.items() if each.name != "html-validate"}
    size = sum(path.stat().st_size for path in articles) / 1e6
    with tempfile.TemporaryDirectory() as caches:
        commands = {
            peer.name: [path, *(
                part.format(cache=Path(caches, peer.name), peers=home) if "{" in part[:1] else part
                for part in peer.command[1:]
            )]
            for peer, path in programs.items()
        }  # fmt: skip
        for command in commands.values():
            timed(command, folder)
        rounds = [
            {name: timed(command, folder) for name, command in commands.items()}
            for _ in range(count)
        ]
    lines = [
        f"{len(articles)} articles, {size:.1f} MB, medians of {count}", "",
        "| program | wall, s | ratio | processor, s | memory, MB | places |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]  # fmt: skip
    first = next(iter(commands))
    for name in commands:
        runs = [each[name] for each in rounds]
        ratio = median(each[name].wall / each[first].wall for each in rounds)
        lines.append(
            f"| {name} | {median(run.wall for run in runs):.2f} | {ratio:.2f} |"
            f" {median(run.processor for run in runs):.2f} |"
            f" {max(run.memory for run in runs):.0f} | {runs[0].places} |"
        )
    return lines


def timed(command: list[str], folder: Path) -> Run:
    """Run *command* in *folder*, whatever it finds, and return what it took."""
    with tempfile.TemporaryFile() as said:
        began = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, _, used = os.wait4(process.pid, 0)
        wall = perf_counter() - began
        process.returncode = 0  # it has been waited for
        said.seek(0)
        places = len(PLACE.findall(said.read()))
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, kilobytes elsewhere
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, places)


if __name__ == "__main__":
    main()
