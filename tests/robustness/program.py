"""The program, run in a folder with articles that have something to fix."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from articlelint.text import files

if TYPE_CHECKING:
    from pathlib import Path

BAD = "<p>The <b>old</div></b> bridge</p>\n\nIt is open.\n"
"""With a safe fix."""
FIXED = BAD.replace("</div>", "")


def start(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    rule = () if "--select" in arguments else ("--select", "html/stray-end-tag")  # starts sooner
    command = [sys.executable, "-m", "articlelint", "check", "--isolated", *rule, *arguments]
    return subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def run(*arguments: str, cwd: Path) -> tuple[int, str]:
    process = start(*arguments, cwd=cwd)
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode()


def fill(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.md" for number in range(count)]
    for path in paths:
        path.write_bytes(BAD.encode())
    return paths


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if files.is_leftover(path.name)]
