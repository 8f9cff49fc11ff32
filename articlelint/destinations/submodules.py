"""What other repositories hold: submodules, which need not be there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_PATH = regex(r"^[ \t]*path[ \t]*=[ \t]*(\S.*)", 8)  # MULTILINE


def lies_in_submodule(place: Path, root: Path) -> bool:
    """Tell whether the file *place* would be in a submodule of the repository around *root*."""
    return any(place.is_relative_to(folder) for folder in _submodules(root))


@lru_cache(maxsize=64)
def _submodules(root: Path) -> tuple[Path, ...]:
    for folder in (root, *root.parents):
        if (folder / ".git").exists() or (folder / ".gitmodules").exists():
            written = Reader(folder).text(".gitmodules")
            return tuple(folder / name.rstrip() for name in _PATH.findall(written))
    return ()
