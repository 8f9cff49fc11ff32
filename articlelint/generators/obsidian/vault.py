"""The files of a vault by name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.generators.tree import tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def named(name: str, vault: Path) -> Iterator[Path]:
    """Yield the files whose path ends with *name*; capitals count for nothing, as in Obsidian."""
    wanted = name.lower().removeprefix("./")
    while wanted.startswith("../"):
        wanted = wanted[3:]
    for path in _by_name(vault).get(wanted.rpartition("/")[2], ()):
        if f"/{path.lower()}".endswith(f"/{wanted}"):
            yield vault / path


@lru_cache(maxsize=16)
def _by_name(vault: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in tree(vault) or ():
        found.setdefault(path.rpartition("/")[2].lower(), []).append(path)
    return found
