"""All regular expressions of engine and rules, and how each is used."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import articlelint
import articlelint_rules
from articlelint.text.regex import _Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_ANCHORED: Final = frozenset({"match", "fullmatch"})


@dataclass(frozen=True)
class Expression:
    """A regular expression; *name* is ``module:NAME`` where it has one."""

    name: str
    source: str | bytes
    flags: int
    scans: bool
    """Whether it is tried at more than one place of a text."""


def expressions() -> list[Expression]:
    """Return every expression there is once all modules are imported."""
    modules = list(_modules())
    names = {
        id(each): f"{module.__name__}:{name}" for module in modules for name, each in _named(module)
    }
    anchored = {name for module in modules for name in _anchored(module)}
    found = {}
    for each in gc.get_objects():
        if type(each) is _Pattern:
            name = names.get(id(each), "")
            key = name, each.pattern, each._flags
            found[key] = Expression(*key, name not in anchored)
    return sorted(found.values(), key=lambda each: (each.name, str(each.source)))


def _modules() -> Iterator[ModuleType]:
    for package in (articlelint, articlelint_rules):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                yield importlib.import_module(module.name)


def _named(module: ModuleType) -> Iterator[tuple[str, object]]:
    """Yield the expressions of a module, those in its tables and classes too."""
    for name, value in vars(module).items():
        if isinstance(value, dict):
            yield from ((name, each) for each in value.values())
        elif isinstance(value, (list, tuple)):
            yield from ((name, each) for each in value)
        elif type(value) is _Pattern:
            yield name, value


def _anchored(module: ModuleType) -> Iterator[str]:
    """Yield the names that are only used to match at the one place where a text begins."""
    tree = ast.parse(Path(module.__file__ or "").read_bytes())
    uses: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            uses[node.id] = uses.get(node.id, 0) + 1
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                if method in _ANCHORED:
                    uses[name] -= 1
    for name, left in uses.items():
        # What other modules import may be used otherwise there.
        if not left and name.startswith("_"):
            yield f"{module.__name__}:{name}"
