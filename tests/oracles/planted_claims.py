"""What articlelint claims of a site, and whether its built pages confirm it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from planting import read  # type: ignore[import-not-found] # a script beside this one

if TYPE_CHECKING:
    from pathlib import Path

    from built_pages import BuiltSite  # type: ignore[import-not-found] # likewise

CLAIMS: Final = (
    "links/missing-target", "links/missing-page", "links/missing-anchor",
    "links/undefined-reference", "images/missing-file", "images/wrong-case", "images/outside-site",
)  # fmt: skip
OF_FILES: Final = frozenset({"links/missing-target", "images/missing-file"})


class Claim(NamedTuple):
    """A finding: where it stands and what it speaks of."""

    path: Path
    start: int
    end: int
    line: int
    rule: str
    target: str


def claims(root: Path) -> list[Claim]:
    """Return what articlelint claims to lead nowhere below *root*."""
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", "check", "--isolated", "--select", ",".join(CLAIMS),
         "--output-format", "json", "."],
        cwd=root, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    found = []
    each: dict[str, Any]
    for each in json.loads(done.stdout)["diagnostics"]:
        path = root / each["path"]
        target = (read(path) or "")[each["start"] : each["end"]]
        found.append(Claim(path, each["start"], each["end"], each["line"], each["rule"], target))
    return found


def verdict(claim: Claim, built: BuiltSite) -> str:
    if claim.rule == "links/undefined-reference":
        return "confirmed" if built.says(f"[{claim.target}]") else "unseen"
    target = claim.target
    if target[:1] + target[-1:] in {'""', "''", "<>"}:
        target = target[1:-1]
    path, mark, fragment = target.partition("#")
    segments = [part for part in path.split("?")[0].split("/") if part]
    last = segments[-1] if segments else ""
    piece = fragment if claim.rule == "links/missing-anchor" and mark else last
    stem, _, extension = piece.rpartition(".")
    alike = built.by_piece.get(piece, [])
    if not alike and extension in {"md", "mdx", "markdown", "html"}:
        alike = built.by_piece.get(stem, [])
    if claim.rule != "links/missing-anchor":
        alike = [each for each in alike if each.fragment == fragment]
    elif segments:
        alike = [each for each in alike if last.partition(".")[0] in each.url] or alike
    if not alike:
        return "unseen"
    return "confirmed" if any(each.problem for each in alike) else "wrong"


def verdict_of_repository(claim: Claim, origin: Path) -> str:
    """Return whether a file of the repository links to one that is there: as its host does it.

    A path is relative to the file, or with a slash before it to the repository's root.
    """
    target = unquote(re.split(r"[?#]", claim.target.strip("<>\"'"))[0])
    if not target or "://" in target:
        return ""
    place = origin / target.lstrip("/") if target[0] == "/" else claim.path.parent / target
    there = "wrong" if place.exists() else "confirmed"
    return f"{there} by the repository's files"


def mark_of(path: Path) -> str:
    return f"mark-of-{zlib.crc32(path.name.encode())}"


def mark(path: Path) -> None:
    """Put a line at the end of an article, by which a page that is made of it is known."""
    path.write_bytes(path.read_bytes() + f"\n\n{mark_of(path)}\n".encode())
