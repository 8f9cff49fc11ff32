"""Which components of a VitePress site may put out ids."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_NONE: Final = frozenset(
    {"Badge", "ClientOnly", "KeepAlive", "RouterLink", "Suspense", "Teleport", "Transition",
     "TransitionGroup"}
)  # fmt: skip
"""Of Vue and VitePress."""
_MAKES: Final = regex(r"\bid\s*=|\bv-(?:html|bind)\s*=|:is\s*=|\binnerHTML\b|<[a-z]+-\w")
_TEMPLATE: Final = regex(r"<template\b.*</template", 16)  # DOTALL
_COMPONENT: Final = regex(r"<([A-Z]\w*)")
_DEEPEST: Final = 4


def may_make_ids(names: Collection[str], root: Path) -> bool:
    """Tell whether one of the components may put out an id of its own."""
    return any(_makes_ids(_pascal(name), root, _DEEPEST) for name in names)


def _pascal(name: str) -> str:
    return re.sub(r"(?:^|-)(\w)", lambda match: match[1].upper(), name) if "-" in name else name


@lru_cache(maxsize=1024)
def _makes_ids(name: str, root: Path, depth: int) -> bool:
    if name in _NONE:
        return False
    paths = _components(root).get(name, ())
    if len(paths) != 1 or not depth:
        return True
    found = _TEMPLATE.search(Reader(root).text(paths[0]))
    if found is None or _MAKES.search(found[0]):
        return True
    inner = set(_COMPONENT.findall(found[0])) - {name}
    return any(_makes_ids(each, root, depth - 1) for each in inner)


@lru_cache(maxsize=16)
def _components(root: Path) -> dict[str, tuple[str, ...]]:
    """Return the files of components by name, those of the theme included."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(root.rglob("*.vue")):
        if "node_modules" not in path.parts and path.is_file():
            known = found.get(path.stem, ())
            found[path.stem] = (*known, path.relative_to(root).as_posix())
    return found
