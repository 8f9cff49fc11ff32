"""Is what is said of small sites rebuilt from public reports what is right?

    python tests/oracles/cases.py FOLDER [--case NAME ...] [--write]

FOLDER holds a site a folder; ``cases.tsv`` beside this script has, for each, the places and the
rules that are to be heard with the default rules, and nothing else. Each site is checked as the
root of a repository of its own, in a fresh copy. Prints what is heard and not wanted (+), and what
is wanted and not heard (-); exits with 1 where there is any. ``--write`` puts down what is heard:
read it before it is kept.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_suffix(".tsv")
TODAY: Final = "2026-09-20"


def heard(site: Path) -> list[str]:
    """Return what is said of a copy of *site*: file, line and rule."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "site"
        shutil.copytree(site, copy)
        subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
        command = [sys.executable, "-m", "articlelint", "check", "--output-format", "json"]
        done = subprocess.run(
            [*command, "--exit-zero", "--today", TODAY],
            cwd=copy,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"{site.name}: {done.stderr}")
    findings = json.loads(done.stdout)["diagnostics"]
    return sorted(f"{each['path']}:{each['line']} {each['rule']}" for each in findings)


def wanted() -> dict[str, list[str]]:
    """Return what is right, by case."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {row[0]: [each for each in row[1:] if each] for row in rows}


def main() -> int:
    """Compare, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--case", nargs="+", default=())
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    sites = {path.name: path for path in sorted(given.folder.iterdir()) if path.is_dir()}
    chosen = given.case or sites
    said = {name: heard(sites[name]) for name in chosen}
    right = wanted() if TABLE.exists() else {}
    if given.write:
        right |= said
        lines = ("\t".join([name, *places]) + "\n" for name, places in sorted(right.items()))
        TABLE.write_text("".join(lines), encoding="utf-8")
        return 0
    wrong = 0
    for name, places in said.items():
        more = [f"  + {each}" for each in places if each not in right.get(name, ())]
        less = [f"  - {each}" for each in right.get(name, ()) if each not in places]
        if more or less or name not in right:
            wrong += 1
            print(name, *more, *less, sep="\n")
    print(f"{len(said)} cases, {len(said) - wrong} right")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
