"""Translations: plugins list the originals, and look for a translation of each.

``@docusaurus/plugin-content-docs``, ``docs.ts``, ``readVersionDocs``; that of a blog is alike.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from articlelint.generators.settings import Settings

_PLUGIN: Final = "docusaurus-plugin-content-"


def has_no_original(
    path: PurePosixPath, settings: Settings, root: Path, home: PurePosixPath
) -> bool:
    """Tell whether the file at *path* translates what is not there, so that nobody reads it.

    False where its original may lie in a folder that is not known.
    """
    if not path.is_relative_to(home / "i18n"):
        return False
    _, language, *inner = path.relative_to(home).parts
    if language == settings.language or len(inner) < 2 or not inner[0].startswith(_PLUGIN):
        return False
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
        return False
    if not rest:
        return False
    places = [os.path.join(root, each) for each in folders]  # noqa: PTH118 - every file asks
    if not any(map(os.path.isdir, places)):
        return False
    below = "/".join(rest)
    return not any(os.path.exists(f"{place}/{below}") for place in places)  # noqa: PTH110
