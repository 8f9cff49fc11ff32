"""Do two revisions of articlelint find the same?

    python tests/oracles/findings.py REVISION REVISION CORPUS [--site NAME ...]
        [--arguments "..."] [--jobs N] [--runs N] [--cache FOLDER] [--show N]

A revision is a commit, or the folder of a working tree. Each site, a folder of CORPUS, is checked
by both as the root of a repository of its own, in a fresh copy, with one worker: once with the
default rules and once with all, or with each of the ``--arguments``. Prints what only one of them
finds and what they say differently, rule by rule, and the seconds of processor time that each
took, the median of ``--runs`` runs in turns; exits with 1 where the findings differ. What a commit
found is kept in ``--cache``, with its time, which is marked ``*`` where it was not measured now.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Finding: TypeAlias = dict[str, Any]
"""A finding as ``--output-format json`` has it."""

ARGUMENTS: Final = ("", "--select all")
PACKAGES: Final = ("articlelint", "rules/articlelint_rules")
TODAY: Final = "2026-01-01"
"""Rules that judge by the day have to say tomorrow what they say today."""
_ELSEWHERE: Final = frozenset({"url"})
"""What of a finding depends on where articlelint is installed."""


@dataclass(frozen=True)
class Revision:
    """The code of a revision, in a folder."""

    name: str
    folder: Path
    commit: str | None
    """None for what is in a working tree."""

    @cached_property
    def environment(self) -> dict[str, str]:
        """Return the environment in which this interpreter imports the revision's code."""
        path = os.pathsep.join((str(self.folder), str(self.folder / "rules")))
        return {**os.environ, "PYTHONPATH": path}


@dataclass(frozen=True)
class Outcome:
    """What a revision said of a site, and how long it took."""

    files: int
    findings: list[Finding]
    seconds: float


@dataclass(frozen=True)
class Difference:
    """What only one of two lists of findings holds; what both hold but say differently."""

    only_first: list[Finding]
    only_second: list[Finding]
    changed: list[tuple[Finding, Finding]]

    def by_rule(self) -> dict[str, Difference]:
        """Return the differences of each rule that has any, by its name."""
        found: dict[str, Difference] = defaultdict(lambda: Difference([], [], []))
        for finding in self.only_first:
            found[finding["rule"]].only_first.append(finding)
        for finding in self.only_second:
            found[finding["rule"]].only_second.append(finding)
        for pair in self.changed:
            found[pair[0]["rule"]].changed.append(pair)
        return dict(sorted(found.items()))


def compare(first: Iterable[Finding], second: Iterable[Finding]) -> Difference:
    """Compare findings as multisets, whatever their order.

    Those that begin at the same place, of the same rule, count as one that has changed.
    """
    texts = [Counter(map(_text, findings)) for findings in (first, second)]
    here, there = (
        [json.loads(text) for text in sorted(one.elements())]
        for one in (texts[0] - texts[1], texts[1] - texts[0])
    )
    places: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in there:
        places[_place(finding)].append(finding)
    only_first, changed = [], []
    for finding in here:
        if others := places[_place(finding)]:
            changed.append((finding, others.pop(0)))
        else:
            only_first.append(finding)
    return Difference(only_first, [item for rest in places.values() for item in rest], changed)


def _text(finding: Finding) -> str:
    return json.dumps({k: v for k, v in finding.items() if k not in _ELSEWHERE}, sort_keys=True)


def _place(finding: Finding) -> tuple[object, ...]:
    return finding["path"], finding["rule"], finding["start"]


def lines(difference: Difference, show: int) -> Iterator[str]:
    """Yield the lines that tell of *difference*, rule by rule; *show* examples of each kind."""
    for rule, its in difference.by_rule().items():
        counts = (len(its.only_first), len(its.only_second), len(its.changed))
        yield "  {}: {} only in the first, {} only in the second, {} changed".format(rule, *counts)
        for mark, found in (("-", its.only_first), ("+", its.only_second)):
            for finding in found[:show]:
                yield f"    {mark} {_shown(finding)}"
        for old, new in its.changed[:show]:
            yield f"    ~ {_shown(old)}"
            for key in sorted(old.keys() | new.keys()):
                if old.get(key) != new.get(key):
                    yield f"        {key}: {old.get(key)!r} -> {new.get(key)!r}"


def _shown(finding: Finding) -> str:
    return "{path}:{line}:{column} {severity} {message}".format(**finding)


def revision(name: str, folder: Path) -> Revision:
    """Return the revision called *name*; its code is put into *folder*."""
    tree = Path(name)
    if tree.is_dir():  # copied, since it may be edited meanwhile
        code, commit = folder / f"tree-{len(list(folder.iterdir()))}", None
        for package in PACKAGES:
            shutil.copytree(tree / package, code / package)
    else:
        command = ["git", "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            raise SystemExit(f"{name} is neither a commit nor a folder")
        commit = run.stdout.strip()
        code = folder / commit
        archive = subprocess.run(
            ["git", "archive", commit, *PACKAGES], capture_output=True, check=True
        )
        code.mkdir(exist_ok=True)
        subprocess.run(["tar", "-x", "-C", str(code)], input=archive.stdout, check=True)
    found = Revision(name, code, commit)
    for package in PACKAGES:
        compiling = [sys.executable, "-m", "compileall", "-q", str(code / package)]
        subprocess.run(compiling, check=True)  # else the first run would pay for it
        print_path = f"import {Path(package).name} as package; print(*package.__path__)"
        run = subprocess.run(
            [sys.executable, "-P", "-c", print_path],
            env=found.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        if run.stdout.strip() != str(code / package):
            raise SystemExit(f"{name}: {package} was imported from {run.stdout.strip()}")
    return found


def check(code: Revision, site: Path, arguments: str) -> Outcome:
    """Check a fresh copy of *site* by the *code*."""
    with tempfile.TemporaryDirectory() as name:
        copy, output, errors = Path(name, site.name), Path(name, "output"), Path(name, "errors")
        shutil.copytree(site, copy, symlinks=True)
        subprocess.run(["chmod", "-R", "u+w", str(copy)], check=True)
        subprocess.run(["git", "init", "-q", str(copy)], check=True)
        command = [sys.executable, "-P", "-m", "articlelint", "check", ".", *shlex.split(arguments)]
        command += ["--output-format", "json", "--exit-zero", "--jobs", "1", "--today", TODAY]
        with output.open("wb") as out, errors.open("wb") as err:
            caches = {"XDG_CACHE_HOME": str(Path(name, "caches"))}
            process = subprocess.Popen(
                command, cwd=copy, env=code.environment | caches, stdout=out, stderr=err
            )
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said = errors.read_text("utf-8", "replace")
            raise SystemExit(f"{site.name}: {code.name} exits with {process.returncode}\n{said}")
        report = json.loads(output.read_text("utf-8"))
    return Outcome(report["files"], report["diagnostics"], usage.ru_utime + usage.ru_stime)


class Cache:
    """What commits found, in files of *folder*; nothing is kept where that is None."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def _file(self, code: Revision, site: Path, arguments: str) -> Path | None:
        if self._folder is None or code.commit is None:
            return None
        digest = hashlib.sha256(f"{sys.version}\0{TODAY}\0{arguments}".encode())
        for path in sorted(site.rglob("*")):
            digest.update(str(path.relative_to(site)).encode("utf-8", "surrogateescape"))
            if path.is_file():
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return self._folder / code.commit / f"{site.name}-{digest.hexdigest()[:16]}.json"

    def read(self, code: Revision, site: Path, arguments: str) -> Outcome | None:
        """Return what *code* found in *site* as it is; None where that is not known."""
        file = self._file(code, site, arguments)
        if file is None or not file.exists():
            return None
        return Outcome(**json.loads(file.read_text("utf-8")))

    def write(self, code: Revision, site: Path, arguments: str, outcome: Outcome) -> None:
        """Keep the *outcome*."""
        file = self._file(code, site, arguments)
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            new = file.with_suffix(f".{os.getpid()}")
            new.write_text(json.dumps(asdict(outcome)), "utf-8")
            new.replace(file)


@dataclass(frozen=True)
class Comparison:
    """What two revisions said of one site."""

    title: str
    outcomes: tuple[Outcome, Outcome]
    measured: tuple[bool, bool]
    difference: Difference

    def __str__(self) -> str:
        """Return the line that sums it up."""
        first, second = self.outcomes
        times = " | ".join(
            f"{outcome.seconds:.2f}{'' if now else '*'}"
            for outcome, now in zip(self.outcomes, self.measured, strict=True)
        )
        return (
            f"{self.title}: {len(first.findings)} | {len(second.findings)} findings, "
            f"{first.files} | {second.files} files, {times} s"
        )


def examine(
    codes: Sequence[Revision], site: Path, arguments: str, cache: Cache, runs: int
) -> Comparison:
    """Compare what the two *codes* say of *site*, in *runs* runs of each, in turns."""
    outcomes: list[list[Outcome]] = [[], []]
    kept = [cache.read(code, site, arguments) if runs == 1 else None for code in codes]
    for _ in range(runs):
        for number, code in enumerate(codes):
            outcomes[number].append(kept[number] or check(code, site, arguments))
    first, second = (
        Outcome(many[0].files, many[0].findings, median(one.seconds for one in many))
        for many in outcomes
    )
    for number, outcome in enumerate((first, second)):
        if kept[number] is None:
            cache.write(codes[number], site, arguments, outcome)
    title = f"{site.name} {arguments}".strip()
    difference = compare(first.findings, second.findings)
    return Comparison(title, (first, second), (not kept[0], not kept[1]), difference)


def main(arguments: Sequence[str]) -> int:
    """Compare, print, and return the exit code."""
    parser = argparse.ArgumentParser(description="Compare the findings of two revisions.")
    parser.add_argument("revisions", nargs=2, metavar="REVISION")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--site", nargs="+", action="extend", default=[])
    parser.add_argument("--arguments", action="append")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--show", type=int, default=5)
    given = parser.parse_args(arguments)
    sites = [path for path in sorted(given.corpus.iterdir()) if path.is_dir()]
    if unknown := set(given.site) - {site.name for site in sites}:
        raise SystemExit(f"no such site: {', '.join(sorted(unknown))}")
    tasks = [
        (site, each)
        for site in sites
        if not given.site or site.name in given.site
        for each in given.arguments or ARGUMENTS
    ]
    cache = Cache(given.cache)
    same = True
    totals = [0.0, 0.0]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(given.jobs) as pool:
        codes = [revision(each, Path(name)) for each in given.revisions]
        for found in pool.map(
            lambda task: examine(codes, task[0], task[1], cache, given.runs), tasks
        ):
            print(found, *lines(found.difference, given.show), sep="\n", flush=True)
            first, second = found.outcomes
            same = same and first.files == second.files and found.difference == _NONE
            totals = [totals[0] + first.seconds, totals[1] + second.seconds]
            for rule, its in found.difference.by_rule().items():
                counts[rule]["-"] += len(its.only_first)
                counts[rule]["+"] += len(its.only_second)
                counts[rule]["~"] += len(its.changed)
    print(f"all: {totals[0]:.1f} | {totals[1]:.1f} s; {len(tasks)} comparisons")
    for rule, marks in sorted(counts.items()):
        print(f"  {rule}: {', '.join(f'{mark}{number}' for mark, number in marks.items())}")
    print("the same" if same else "NOT the same")
    return not same


_NONE: Final = Difference([], [], [])

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
