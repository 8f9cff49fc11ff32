"""Where the time of a check goes: milliseconds of the processor an article, each in one place.

    python benchmarks/stages.py FOLDER ... [--times 10] [--least 0.1]

Each folder is checked cold, by default rules, without a cache, in one process. A timer of the
processor's time stops it every few milliseconds, and the innermost module of ours at which it was
gets the sample; what libraries do counts for the module that called them. So nothing is counted
twice, and the sum is the whole. The second table has the modules that take ``--least``
milliseconds. benchmarks/stages.md has what was found.

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
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
    room = inner.partition("/")[0] or package
    return f"rules: {room}" if package == "articlelint_rules" else room


class Measured(NamedTuple):
    """Milliseconds of the processor that an article of *name* takes, by module, and the floor."""

    name: str
    articles: int
    modules: Counter[str]
    floor: float

    def of_room(self, room: str) -> float:
        """Return what the modules of a room take."""
        return sum(ms for module, ms in self.modules.items() if room_of(module) == room)


def measured(folder: Path, times: int) -> Measured:
    """Return where the time of a check of *folder* goes."""
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
    modules = Counter({module: count * each for module, count in met.items()})
    lowest = min(floor(articles) for _ in range(3)) / len(articles) * 1000
    return Measured(folder.name, len(articles), modules, lowest)


def row(name: str, numbers: Iterable[float]) -> str:
    """Return a line of a table."""
    return f"| {name} | " + " | ".join(f"{number:.2f}" for number in numbers) + " |"


def tables(found: list[Measured], least: float) -> Iterator[str]:
    """Yield the lines of the tables: rooms, then the modules that take the most."""
    names = "".join(f" {each.name}, {each.articles} |" for each in found)
    every = Counter[str]()
    for each in found:
        every.update(each.modules)
    rooms = Counter[str]()
    for module, ms in every.items():
        rooms[room_of(module)] += ms
    yield from (f"| room |{names}", f"| --- |{' ---: |' * len(found)}")
    for room, _ in rooms.most_common():
        yield row(room, [each.of_room(room) for each in found])
    yield row("**all**", [each.modules.total() for each in found])
    yield row("*the floor*", [each.floor for each in found])
    yield from ("", f"| module |{names}", f"| --- |{' ---: |' * len(found)}")
    for module, _ in every.most_common():
        numbers = [each.modules[module] for each in found]
        if module != ONCE and max(numbers) >= least:
            yield row(f"`{module}.py`", numbers)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--least", type=float, default=0.1)
    parser.add_argument("--sample", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.sample:
        sample()
    else:
        found = [measured(folder, given.times) for folder in given.folders]
        print("\n".join(tables(found, given.least)))


if __name__ == "__main__":
    main()
