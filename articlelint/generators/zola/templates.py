"""The shortcodes of a Zola site: those of its templates and of its theme's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.tree import tree
from articlelint.templates.names import ANY, Names

if TYPE_CHECKING:
    from pathlib import Path


def names(root: Path, theme: str | None) -> Names:
    """Return what articles can call: zola, ``components/utils/src/templates.rs``."""
    paths = tree(root)
    if paths is None:
        return ANY
    folders = ["templates/"]
    if theme:
        folders.append(f"themes/{theme}/templates/")
        if not any(path.startswith(folders[1]) for path in paths):
            return ANY
    elif not any(path.startswith(folders[0]) for path in paths):
        return ANY
    return Names(
        tags=frozenset(
            path[len(place) :].rpartition(".")[0]
            for path in paths
            for folder in folders
            if path.startswith(place := f"{folder}shortcodes/") and path.endswith((".html", ".md"))
        )
    )
