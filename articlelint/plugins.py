"""Packages that add rules, generators or reporters, announced by entry points."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PREFIX = "articlelint."
"""What the names of all groups begin with."""


def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """Return the installed entry points of *group* (``articlelint.rules``), by name."""
    if group not in _groups(tuple(sys.path)):
        return ()
    from importlib.metadata import entry_points as every

    return tuple(sorted(every(group=group), key=lambda point: point.name))


class _Any(frozenset[str]):
    """The groups that an archive may hold: nobody looks into one."""

    def __contains__(self, group: object) -> bool:
        return True


@lru_cache
def _groups(path: tuple[str, ...]) -> frozenset[str]:
    """Return the groups that any distribution on *path* mentions.

    ``importlib.metadata`` would say the same, but costs more to import than all of the rest.
    """
    found: set[str] = set()
    for place in path:
        try:
            with os.scandir(place or ".") as entries:
                names = [entry.path for entry in entries if entry.name.endswith("-info")]
        except OSError:
            if os.path.isfile(place):  # noqa: PTH113 - an archive, which metadata looks into
                return _Any()
            continue
        for name in names:
            try:
                text = Path(name, "entry_points.txt").read_text("utf-8", "replace")
            except OSError:
                continue
            if PREFIX in text:
                found |= {line.strip("[] \t") for line in text.splitlines() if line[:1] == "["}
    return frozenset(found)
