"""The repository that a site lies in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.text.files import exists

if TYPE_CHECKING:
    from pathlib import Path


@lru_cache(maxsize=64)
def up_to_repository(root: Path) -> tuple[Path, ...]:
    """Return *root* and the folders above it up to its repository's; it alone where it has none."""
    folders = (root, *root.parents)
    for number, folder in enumerate(folders, 1):
        if exists(folder / ".git"):
            return folders[:number]
    return (root,)
