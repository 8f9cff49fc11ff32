"""Where the time of a check goes: milliseconds of the processor an article, each in one place.

    python benchmarks/stages.py FOLDER ... [--times 10] [--least 0.1]

Each folder is checked cold, by default rules, without a cache, in one process. A timer of the
processor's time stops it every few milliseconds, and the innermost module of ours at which it was
gets the sample; what libraries do counts for the module that called them. So nothing is counted
twice, and the sum is the whole. Modules below ``--least`` milliseconds are summed up by room.

The floor is what the native parsers take for the same articles, without a line of ours: reading,
front matter by libyaml, HTML by pyromark, a tree of it by turbohtml.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType

INTERVAL: Final = 0.001
"""Seconds; the system makes it longer, up to 10 ms."""
ARTICLES: Final = (".md", ".markdown", ".mdx", ".html")
OURS: Final = ("articlelint/", "articlelint_rules/")
AN_ARTICLE: Final = "check_file"
"""The function in which whatever is done is done for one article."""
ONCE: Final = "once a run"
FLAGS: Final = (
    *("check", ".", "--no-cache", "--jobs", "1", "--exit-zero", "-q"),
    *("--file-timeout", "0"),  # it has the timer of its own
)


def sample() -> None:
    """Check the working directory, and print how often the timer met each module."""
    met: Counter[str] = Counter()
    places: dict[str, str] = {}

    def place_of(path: str) -> str:
        found = places.get(path)
        if found is None:
            at = max(path.rfind(f"/{each}") for each in OURS)
            found = places[path] = path[at + 1 :].removesuffix(".py") if at >= 0 else ""
        return found

    def take(_signal: int, frame: FrameType | None) -> None:
        place = ""
        while frame is not None:
            place = place or place_of(frame.f_code.co_filename)
            if frame.f_code.co_name == AN_ARTICLE:
                met[place] += 1
                return
            frame = frame.f_back
        met[ONCE] += 1

    signal.signal(signal.SIGPROF, take)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    from articlelint.cli import main

    output = os.dup(1)
    with open(os.devnull, "w", encoding="utf-8") as nothing:  # noqa: PTH123 - no path is made here
        os.dup2(nothing.fileno(), 1)
        main(FLAGS)
        sys.stdout.flush()
    signal.setitimer(signal.ITIMER_PROF, 0)
    os.dup2(output, 1)
    print(json.dumps({"seconds": time.process_time(), "met": met}))


def floor(articles: list[Path]) -> float:
    """Return the seconds that the native parsers take for *articles*."""
    import pyromark
    import turbohtml
    import yaml

    began = time.process_time()
    for path in articles:
        text = path.read_bytes().decode("utf-8", "replace")
        if text.startswith("---\n"):
            head, _, text = text[4:].partition("\n---\n")
            try:
                yaml.load(head, yaml.CSafeLoader)
            except yaml.YAMLError:
                continue
        turbohtml.parse(pyromark.html(text))
    return time.process_time() - began


def room_of(module: str) -> str:
    """Return the room of *module*: a package of the engine, or a family of rules."""
    package, _, inner = module.partition("/")
    room = inner.partition("/")[0]
    return f"rules: {room}" if package == "articlelint_rules" else room


def table(folder: Path, times: int, least: float) -> list[str]:
    """Return the lines of the table for *folder*."""
    paths = [each for each in sorted(folder.rglob("*")) if each.suffix in ARTICLES]
    articles = [each for each in paths if each.is_file() and ".git" not in each.parts]
    met: Counter[str] = Counter()
    seconds = 0.0
    for _ in range(times):
        command = [sys.executable, str(Path(__file__).resolve()), "--sample"]
        made = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=True)
        found = json.loads(made.stdout)
        met.update(found["met"])
        seconds += found["seconds"]
    each = seconds / met.total() / times / len(articles) * 1000
    rooms: dict[str, Counter[str]] = defaultdict(Counter)
    for module, count in met.items():
        rooms[room_of(module) if module != ONCE else ONCE][module] += count
    lines = [
        f"{len(articles)} articles, {met.total() / times:.0f} samples a run, {times} runs", "",
        "| room | ms an article | of which |", "| --- | ---: | --- |",
    ]  # fmt: skip
    for room, modules in sorted(rooms.items(), key=lambda pair: -pair[1].total()):
        large = [(name, count * each) for name, count in modules.most_common()]
        named = [f"{name.partition('/')[2]} {ms:.2f}" for name, ms in large if ms >= least]
        inner = "" if room == ONCE or len(modules) == 1 else ", ".join(named)
        lines.append(f"| {room} | {modules.total() * each:.2f} | {inner} |")
    lowest = min(floor(articles) for _ in range(3)) / len(articles) * 1000
    lines += [f"| **all** | {met.total() * each:.2f} | |", f"| *floor* | {lowest:.2f} | |"]
    return lines


def main() -> None:
    """Print a table for each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--least", type=float, default=0.1)
    parser.add_argument("--sample", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.sample:
        sample()
    for folder in given.folders:
        print(f"\n### {folder.name}\n")
        print("\n".join(table(folder, given.times, given.least)), flush=True)


if __name__ == "__main__":
    main()
