"""Which custom elements scripts of a site define: others are shown by browsers as they are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

_SCRIPTS: Final = (
    *(".js", ".mjs", ".cjs", ".ts", ".mts", ".jsx", ".tsx", ".vue", ".svelte", ".webc"),
    *(".html", ".ejs", ".njk", ".liquid", ".pug", ".hbs", ".jinja", ".j2"),
)
_FILES_AT_MOST: Final = 1_000
_NAME: Final = regex(r"[\"'`]([a-z][a-z0-9]*+(?:-[a-z0-9]++)++)[\"'`]")


def may_be_defined(names: AbstractSet[str], text: str, root: Path | None) -> bool:
    """Tell whether a script of the site at *root*, or in *text*, names one of the elements."""
    if root is None or not names.isdisjoint(_NAME.findall(text)):
        return True
    defined = _defined(root)
    return defined is None or not names.isdisjoint(defined)


@lru_cache(maxsize=16)
def _defined(root: Path) -> frozenset[str] | None:
    """Return what scripts have between quotes and may be such a name; None: there are too many."""
    scripts = [name for name in tree(root) or () if name.endswith(_SCRIPTS)]
    if len(scripts) > _FILES_AT_MOST:
        return None
    reader = Reader(root)
    return frozenset(found for name in scripts for found in _NAME.findall(reader.text(name)))
