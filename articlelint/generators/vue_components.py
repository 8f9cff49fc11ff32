"""Which components of a site whose pages are Vue may put out ids."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final

from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path, PurePath

_NONE: Final = frozenset(
    {"Badge", "ClientOnly", "KeepAlive", "RouteLink", "RouterLink", "Suspense", "Teleport",
     "Transition", "TransitionGroup"}
)  # fmt: skip
"""Of Vue, VitePress and VuePress."""
_MAKES: Final = regex(r"\bid\s*=|\bv-(?:html|bind)\s*=|\binnerHTML\b|<[a-z]+-\w")
_MAKES_BY_SCRIPT: Final = regex(r"\bid\s*[:=]|\binnerHTML\b|['\"]id['\"]|\btemplate\s*:")
_TEMPLATE: Final = regex(r"<template\b.*</template", re.DOTALL)
_COMPONENT: Final = regex(r"<([A-Z]\w*)")
_DYNAMIC: Final = regex(r"""<component\b[^>]{0,500}\s(?:v-bind)?:is\s*=\s*["']([^"']*)["']""")
_PROPS: Final = regex(r"\b(?:defineProps|props|inject|slots)\b[^\n]*")
_IMPORT: Final = regex(r"""\bimport\s+([A-Z]\w*)\s+from\s+["']([^"']+)["']""")
_TRANSFORMS: Final = regex(r"\btransform\s*(?:\(|:)")
_DEEPEST: Final = 4


def may_make_ids(names: Collection[str], page: PurePath, root: Path) -> bool:
    """Tell whether one of the components of a *page* of the site may put out an id of its own."""
    own = {_pascal(name) for name in names} - _NONE
    imported = _imports(page.as_posix(), root) if own else {}
    return any(
        _file_makes_ids(imported[name], root, _DEEPEST)
        if name in imported
        else _makes_ids(name, root, _DEEPEST)
        for name in own
    )


@lru_cache(maxsize=256)
def _imports(page: str, root: Path) -> dict[str, str]:
    """Return the files of the components that a page imports, by their names there."""
    source = Reader(root).text(page)
    if ".vue" not in source:
        return {}
    return {
        name: normpath(join(dirname(page), path))
        for name, path in _IMPORT.findall(source)
        if path.startswith(".") and path.endswith(".vue")
    }


@lru_cache(maxsize=16)
def pages_are_transformed(root: Path) -> bool:
    """Tell whether a plugin of Vite (``transform``) that lies in the site changes Markdown."""
    folder = root / ".vitepress"
    places = [*folder.glob("*.*ts"), *folder.glob("*.*js"), *folder.glob("plugins/*.*ts"),
              *folder.glob("plugins/*.*js"), *root.glob("vite.config.*")]  # fmt: skip
    reader = Reader(root)
    sources = (reader.text(path.relative_to(root).as_posix()) for path in places)
    return any(_TRANSFORMS.search(source) and ".md" in source for source in sources)


def _pascal(name: str) -> str:
    return re.sub(r"(?:^|-)(\w)", lambda match: match[1].upper(), name) if "-" in name else name


@lru_cache(maxsize=1024)
def _makes_ids(name: str, root: Path, depth: int) -> bool:
    if name in _NONE:
        return False
    paths = _components(root).get(name, ())
    return not paths or any(_file_makes_ids(path, root, depth) for path in paths)


@lru_cache(maxsize=1024)
def _file_makes_ids(path: str, root: Path, depth: int) -> bool:
    source = Reader(root).text(path)
    found = _TEMPLATE.search(source, 0, source.rfind("</template") + len("</template"))
    if not depth or found is None or _MAKES.search(found[0]):
        return True
    template, script = found[0], source.replace(found[0], "")
    imported = {match[1]: match[2] for match in _IMPORT.finditer(script)}
    inner = set(_COMPONENT.findall(template)) - {PurePosixPath(path).stem}
    for dynamic in _DYNAMIC.findall(template):
        # It is one of those that the script has, unless somebody hands it in.
        if _is_given(dynamic, script) or _MAKES_BY_SCRIPT.search(script):
            return True
        inner |= imported.keys()
    if ":is" in _DYNAMIC.sub("", template):
        return True
    return any(
        _makes_ids(each, root, depth - 1)
        if each not in imported or not imported[each].startswith(".")
        else _file_makes_ids(normpath(join(dirname(path), imported[each])), root, depth - 1)
        for each in inner
    )


def _is_given(expression: str, script: str) -> bool:
    words = re.findall(r"\w+", expression)
    return any(word in part for part in _PROPS.findall(script) for word in words)


@lru_cache(maxsize=16)
def _components(root: Path) -> dict[str, tuple[str, ...]]:
    """Return the files of components by name, those of the theme included."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(root.rglob("*.vue")):
        if "node_modules" not in path.parts and path.is_file():
            known = found.get(path.stem, ())
            found[path.stem] = (*known, path.relative_to(root).as_posix())
    return found
