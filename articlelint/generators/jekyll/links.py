"""Where Jekyll's ``link`` and ``post_url`` lead."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators.paths import resolve, unique
from articlelint.generators.tree import PAGES, ending, tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articlelint.generators.settings import Settings


def file_candidates(target: str, root: Path, settings: Settings) -> Sequence[Path]:
    """Resolve ``{% link %}``: a path from the source folder, extension included."""
    roots = (root, *(root / folder for folder in settings.content))
    return unique([resolve(each, target) for each in roots])


def post_candidates(target: str, root: Path) -> Sequence[Path]:
    """Resolve ``{% post_url %}``: a post's name without extension, folders before it or not."""
    if tree(root) is None:
        return ()
    name = PurePosixPath(target.strip("/")).name
    found = [
        *ending(root, PurePosixPath(name)),
        # `1.2.0` has a dot that begins no extension.
        *(path for each in PAGES for path in ending(root, PurePosixPath(name + each))),
    ]
    return found or (resolve(root / "_posts", f"{target}.md"),)
