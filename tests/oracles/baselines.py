"""Does a baseline hold what it promises? ``python tests/oracles/baselines.py FOLDER ...``.

Of a copy of each folder a baseline is written. Then ten lines are put at the top of each article
(comments, where it begins with front matter in YAML or TOML; and ten lines of text at the top of
the body): nothing may be new. One planted link with a slip in its scheme has to be exactly one
new finding. What ``--fix`` fixes has to be called stale, and to be gone from
the baseline after ``--prune-baseline``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from articlelint.article import SYNTAXES

BASELINE = "known.json"
PLANTED = "\n\n[A kite over the hill](hhttps://example.edu/kite)\n"


def check(folder: Path, *arguments: str) -> tuple[list[dict[str, object]], str]:
    """Run the program in *folder*; return the findings, and what it says beside them."""
    command = [sys.executable, "-m", "articlelint", "check", ".", "--output-format", "json"]
    run = subprocess.run(
        [*command, "--baseline", BASELINE, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in {0, 1}:
        raise SystemExit(run.stderr)
    return json.loads(run.stdout)["diagnostics"], run.stderr


def lengthened(text: str) -> str:
    """Return *text* with ten lines at its top, so that every line after them is another."""
    added = "".join(f"A line that was put at the top, number {number}.\n" for number in range(10))
    for fence in ("---", "+++"):
        if text.startswith(f"{fence}\n") and (end := text.find(f"\n{fence}\n", 3)) > 0:
            comments = "".join(f"# {line}\n" for line in added.splitlines())
            head, body = text[4 : end + 5], text[end + 5 :]
            return f"{fence}\n{comments}{head}\n{added}\n{body}"
    return f"{added}\n{text}"


def articles(folder: Path) -> list[Path]:
    """Return the articles of *folder* that text can be put into."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in SYNTAXES and path.is_file():
            data = path.read_bytes()
            # What begins in another way has front matter that a line above it would end.
            if data.startswith((b"---\n", b"+++\n")) or (
                path.suffix == ".md" and b"---" not in data
            ):
                found.append(path)
    return found


def examine(folder: str) -> bool:
    """Print what became of a baseline of *folder*; return whether it held."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name, "copy")
        shutil.copytree(folder, copy)
        subprocess.run(["chmod", "-R", "u+w", str(copy)], check=True)
        check(copy, "--write-baseline")
        known = sum(
            len(marks)
            for rules in json.loads((copy / BASELINE).read_text("utf-8"))["findings"].values()
            for marks in rules.values()
        )
        changed = articles(copy)
        for path in changed:
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            path.write_bytes(lengthened(text).encode("utf-8", "surrogateescape"))
        new, _ = check(copy)
        with changed[len(changed) // 2].open("a", encoding="utf-8") as file:
            file.write(PLANTED)
        planted, _ = check(copy)
        _, fixed = check(copy, "--fix")
        _, pruned = check(copy, "--prune-baseline")
        _, after = check(copy)
    print(f"{folder}: {known} known; {len(changed)} articles changed, {len(new)} new")
    for each in new[:10]:
        print(f"  {each['path']}:{each['line']} {each['rule']} {each['message']}")
    print(f"  planted: {len(planted)} new {[each['rule'] for each in planted]}")
    stale = "no longer occur" in fixed
    print(f"  stale after --fix: {stale}; pruned: {'Forgot' in pruned}; still stale: "
          f"{'no longer occur' in after}")  # fmt: skip
    return not new and len(planted) == 1 and "no longer occur" not in after


if __name__ == "__main__":
    sys.exit(not all(list(map(examine, sys.argv[1:]))))
