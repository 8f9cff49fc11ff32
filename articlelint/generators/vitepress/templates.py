"""What pages of a VitePress site can name in expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.templates.names import ANY, Names

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPTS: Final = (".js", ".mjs", ".ts", ".mts", ".vue")


def names(root: Path) -> Names:
    """Return the variables of all pages: none, unless the theme gives them some."""
    folder = root / ".vitepress"
    paths = tree(folder)
    if paths is None:
        return ANY
    reader = Reader(folder)
    scripts = [path for path in paths if path.endswith(_SCRIPTS) and "/dist/" not in f"/{path}"]
    if any("globalProperties" in reader.text(path) or ".mixin(" in reader.text(path)
           for path in scripts):  # fmt: skip
        return ANY
    return Names(variables=frozenset())
