"""Files that a program writes from others, under names of its own."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.destinations.names import bare
from articlelint.destinations.repository import up_to_repository
from articlelint.generators.tree import SOURCES, tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.site import Site


def leads_from_a_copy(target: str, path: PurePath, site: Site) -> bool:
    """Tell whether *target*, relative to *path*, is beside a copy of the article there.

    Such a copy is in another folder, and spelled otherwise: ``tail-wind.md`` of ``TailWind.md``.
    """
    if site.root is None or target.startswith("/") or not path.is_absolute():
        return False
    top = up_to_repository(site.root)[-1]
    if not path.is_relative_to(top):
        return False
    own = PurePosixPath(path.relative_to(top).as_posix())
    for copy in _by_words(top).get(bare(own.stem), ()):
        folder, _, name = copy.rpartition("/")
        if folder == str(own.parent) or name == own.name:
            continue
        if posixpath.normpath(posixpath.join(folder, target)) in _files(top):
            return True
    return False


@lru_cache(maxsize=16)
def _files(top: Path) -> frozenset[str]:
    return frozenset(tree(top) or ())


@lru_cache(maxsize=16)
def _by_words(top: Path) -> Mapping[str, Sequence[str]]:
    """Return the sources of articles by the letters and digits of their names."""
    found: dict[str, list[str]] = {}
    for each in _files(top):
        if each.endswith(SOURCES):
            found.setdefault(bare(PurePosixPath(each).stem), []).append(each)
    return found
