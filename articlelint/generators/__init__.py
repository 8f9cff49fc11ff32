"""The static site generators that articlelint knows, one package each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.dates.role import DateRole
from articlelint.errors import ConfigError, PluginError, named
from articlelint.generators.built_in import GENERATORS, built_in, may_be_site
from articlelint.generators.generator import Generator
from articlelint.generators.generic import Generic
from articlelint.generators.settings import Mount, Settings
from articlelint.plugins import entry_points

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTRY_POINT_GROUP = "articlelint.generators"
"""The group of entry points by which a package adds a generator: the class itself."""

GENERIC = Generic()

_NAMES = ("name", "title")
"""What a generator is called, by programs and by people."""

__all__ = [
    "GENERATORS",
    "GENERIC",
    "DateRole",
    "Generator",
    "Mount",
    "Settings",
    "by_name",
    "known",
    "recognised_at",
    "settings_of",
]


def recognised_at(root: Path, names: frozenset[str], *, plugins: bool = True) -> Generator | None:
    """Return the generator of which *root*, a folder that holds *names*, is a site.

    None where it is nobody's. With *plugins* those of installed packages are asked, too; they come
    last: what articlelint knows by itself, it recognises as it always does.
    """
    return next(all_recognised_at(root, names, plugins=plugins), None)


def all_recognised_at(
    root: Path, names: frozenset[str], *, plugins: bool = True
) -> Iterator[Generator]:
    """Yield the generators of which *root*, a folder that holds *names*, may be a site."""
    for generator in _candidates(root, names, plugins=plugins):
        if generator.recognises(root):
            yield generator


def _candidates(root: Path, names: frozenset[str], *, plugins: bool) -> Iterator[Generator]:
    package_json = ""
    if "package.json" in names:
        from articlelint.generators.reading import Reader

        package_json = Reader(root).text("package.json")
    if may_be_site(names):
        for name, each in GENERATORS.items():
            if each.may_be_at(names, package_json):
                yield built_in(name)
    if plugins:
        yield from (each for each in _plugins() if each.may_be_at(names))


@lru_cache
def known(*, plugins: bool = True) -> tuple[Generator, ...]:
    """Return the generators that can be recognised, with *plugins* those of installed packages too.

    Raises PluginError where an entry point leads to no generator, or to one whose name is taken.
    """
    return (*map(built_in, GENERATORS), *(_plugins() if plugins else ()))


@lru_cache
def _plugins() -> tuple[Generator, ...]:
    found: list[Generator] = []
    for point in entry_points(ENTRY_POINT_GROUP):
        label = f"generator plugin `{point.name}` ({point.value})"
        try:
            kind = point.load()
        except Exception as error:
            raise PluginError(f"{label}: {type(error).__name__}: {error}") from error
        if not (isinstance(kind, type) and issubclass(kind, Generator)):
            raise PluginError(f"{label} is not a subclass of `Generator`")
        if kind.__abstractmethods__:
            raise PluginError(f"{label} lacks {named(sorted(kind.__abstractmethods__))}")
        lacking = [each for each in _NAMES if not isinstance(getattr(kind, each, None), str)]
        if lacking:
            raise PluginError(f"{label} lacks {named(lacking)}")
        if kind.name in {*GENERATORS, GENERIC.name, *(each.name for each in found)}:
            raise PluginError(f"{label}: there is a generator `{kind.name}` already")
        found.append(kind())
    return tuple(found)


def settings_of(generator: Generator, root: Path) -> Settings:
    """Return what *generator* reads in *root*; raises PluginError where a plugin's fails."""
    try:
        return generator.settings(root)
    except Exception as error:
        if generator.name not in {*GENERATORS, GENERIC.name}:
            what = f"{type(error).__name__}: {error}"
            raise PluginError(f"generator plugin `{generator.name}`: settings: {what}") from error
        raise


def by_name(name: str) -> Generator:
    """Return the generator called *name*; raises ConfigError where there is none."""
    if name == GENERIC.name:
        return GENERIC
    if name in GENERATORS:
        return built_in(name)
    for generator in _plugins():
        if generator.name == name:
            return generator
    there = sorted((*GENERATORS, GENERIC.name, *(each.name for each in _plugins())))
    raise ConfigError(f"there is no generator `{name}`; choose from {named(there)}") from None
