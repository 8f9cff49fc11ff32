"""Translations: plugins list the originals, and look for a translation of each.

``@docusaurus/plugin-content-docs``, ``docs.ts``, ``readVersionDocs``; that of a blog is alike.
"""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.paths import resolve, rooted, unique

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articlelint.generators.settings import Settings

_PLUGIN: Final = "docusaurus-plugin-content-"


def has_no_original(
    path: PurePosixPath, settings: Settings, root: Path, home: PurePosixPath
) -> bool:
    """Tell whether the file at *path* translates what is not there, so that nobody reads it.

    Or into a language that the configuration does not name. False where its original may lie in a
    folder that is not known.
    """
    found = _originals(path, settings, home)
    if found is None:
        return False
    if settings.languages and path.relative_to(home).parts[1] not in settings.languages:
        return True
    folders, _, rest = found
    places = [os.path.join(root, each) for each in folders]  # noqa: PTH118 - every file asks
    if not any(map(os.path.isdir, places)):
        return False
    below = "/".join(rest)
    return not any(os.path.exists(f"{place}/{below}") for place in places)  # noqa: PTH110


def sources(
    target: str, path: PurePosixPath, settings: Settings, root: Path, home: PurePosixPath
) -> Sequence[Path]:
    """Return what *target*, the path of a source, may mean in the translation at *path*.

    A translation comes first, then the original that lies where it would. Empty where *path* is no
    translation, or where the originals are is not known.
    """
    found = _originals(path, settings, home)
    if found is None:
        return ()
    folders, depth, rest = found
    places = [root / each for each in sorted(folders) if (root / each).is_dir()]
    if not places:
        return ()
    roots = [root.joinpath(*path.parts[:depth]), *places]
    inner = PurePosixPath(*rest).parent
    if target.startswith("/"):
        return unique([resolve(each, rooted(target)) for each in roots])
    beside = [resolve(each / inner, target) for each in roots]
    inside = [] if target.startswith(".") else [resolve(each, target) for each in roots]
    return unique([*beside, *inside])


def _originals(
    path: PurePosixPath, settings: Settings, home: PurePosixPath
) -> tuple[set[str], int, list[str]] | None:
    """Return the folders of originals, how deep that of translations is, and what is below it."""
    if not path.is_relative_to(home / "i18n"):
        return None
    _, language, *inner = path.relative_to(home).parts
    if language == settings.language or len(inner) < 2 or not inner[0].startswith(_PLUGIN):
        return None
    kind, _, name = inner[0].removeprefix(_PLUGIN).partition("-")
    folders = {str(home / each) for each in ("blog", "src/pages", kind)}
    folders |= {each for each, _ in settings.patterns} | {str(each) for each in settings.content}
    rest = inner[1:]
    if kind == "docs":
        version, *rest = rest
        if name:
            folders.add(str(home / name))
        if version != "current":
            folders = {
                str(home / (f"{name}_versioned_docs" if name else "versioned_docs") / version)
            }
    elif name:
        return None
    return (folders, len(path.parts) - len(rest), rest) if rest else None
