"""Does ``git apply`` make of ``--diff`` what ``--fix`` makes? Byte for byte, over a folder.

    python tests/oracles/patches.py FOLDER [FLAG ...]

The folder is copied twice. One copy is fixed; the other, a git repository that leaves line ends
alone, is given the diff. FLAGs, such as ``--unsafe-fixes``, go to both.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def articlelint(folder: Path, *arguments: str) -> bytes:
    """Run the program in *folder*; return what it prints."""
    command = [sys.executable, "-m", "articlelint", "check", ".", *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if run.returncode not in {0, 1}:
        raise SystemExit(run.stderr.decode())
    return run.stdout


def git(folder: Path, *arguments: str, data: bytes | None = None) -> None:
    """Run git in *folder* with no settings but its own."""
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    run = subprocess.run(command, cwd=folder, input=data, capture_output=True, check=False)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}: {run.stderr.decode()}")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of *folder* but git's."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def main(folder: str, *flags: str) -> int:
    """Print how many files were changed, and those that differ."""
    with tempfile.TemporaryDirectory() as name:
        fixed, patched = Path(name, "fixed"), Path(name, "patched")
        for copy in (fixed, patched):
            shutil.copytree(folder, copy)
            subprocess.run(["chmod", "-R", "u+w", str(copy)], check=True)
        git(patched, "init", "--quiet")
        before = contents(patched)
        patch = articlelint(patched, "--diff", *flags)
        git(patched, "apply", "--whitespace=nowarn", "-", data=patch)
        articlelint(fixed, "--fix", *flags)
        one, other = contents(patched), contents(fixed)
    changed = [name for name in before if other[name] != before[name]]
    differing = [name for name in before if one.get(name) != other.get(name)]
    carriage = sum(b"\r\n" in before[name] for name in changed)
    unended = sum(not before[name].endswith(b"\n") for name in changed)
    print(f"{len(before)} files, {len(changed)} changed by --fix; {len(patch)} bytes of patch")
    print(f"of these {carriage} have CRLF and {unended} no newline at their end")
    print(f"{len(differing)} differ after git apply")
    for name in differing[:20]:
        print(f"  {name}")
    return int(bool(differing) or one.keys() != other.keys())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
