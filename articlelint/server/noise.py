"""Changes of files that tell nothing about any article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.config.places import FILE_NAMES
from articlelint.runner.foreign import SKIPPED_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_KNOWN: Final = frozenset({*FILE_NAMES, ".gitignore", ".gitmodules"})


def is_noise(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether the file at *path*, in one of *folders*, is a program's own, or an editor's."""
    name = path.name
    if name not in _KNOWN and (name.startswith((".", "#")) or name.endswith("~")):
        return True
    if name.isdigit():  # Vim tries out whether it may write with a file called 4913
        return True
    outer = max((each for each in folders if path.is_relative_to(each)), default=None, key=_depth)
    inside = path.relative_to(outer).parts[:-1] if outer is not None else ()
    return any(part.startswith(".") or part in SKIPPED_FOLDERS for part in inside)


def _depth(folder: Path) -> int:
    return len(folder.parts)
