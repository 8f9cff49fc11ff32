"""Files that a repository does not keep: those of submodules, and those that git ignores."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

_PATH = regex(r"^[ \t]*path[ \t]*=[ \t]*(\S.*)", 8)  # MULTILINE
_TRIES_OUT = "exampleSite"


def is_kept_elsewhere(place: Path, root: Path) -> bool:
    """Tell whether the file *place* need not be in a checkout of the repository around *root*.

    It lies in a submodule, which need not be there, or git ignores it: a program puts it there.
    Nor need it be in the site by which a theme is tried out, where the theme around it has it.
    """
    if root.name == _TRIES_OUT and place.is_relative_to(root):
        return (root.parent / place.relative_to(root)).exists()
    repository = _repository(root)
    if repository is None:
        return False
    return any(place.is_relative_to(folder) for folder in _submodules(repository)) or any(
        spec.match_file(place.relative_to(folder).as_posix())
        for folder in (repository, root)
        if place.is_relative_to(folder) and (spec := _ignored(folder)) is not None
    )


@lru_cache(maxsize=64)
def _repository(root: Path) -> Path | None:
    return next(
        (
            folder
            for folder in (root, *root.parents)
            if (folder / ".git").exists() or (folder / ".gitmodules").exists()
        ),
        None,
    )


@lru_cache(maxsize=64)
def _submodules(repository: Path) -> tuple[Path, ...]:
    written = Reader(repository).text(".gitmodules")
    return tuple(repository / name.rstrip() for name in _PATH.findall(written))


@lru_cache(maxsize=64)
def _ignored(folder: Path) -> GitIgnoreSpec | None:
    written = Reader(folder).text(".gitignore")
    if not written.strip():
        return None
    from pathspec import GitIgnoreSpec  # 15 ms, where something is missing

    return GitIgnoreSpec.from_lines(written.splitlines())
