"""The static site generators that articlelint knows, one module each."""

from __future__ import annotations

from functools import lru_cache

from articlelint.dates.role import DateRole
from articlelint.errors import ConfigError, PluginError
from articlelint.generators.astro import Astro
from articlelint.generators.docusaurus import Docusaurus
from articlelint.generators.eleventy import Eleventy
from articlelint.generators.generator import Generator
from articlelint.generators.generic import Generic
from articlelint.generators.hexo import Hexo
from articlelint.generators.hugo import Hugo
from articlelint.generators.jekyll import Jekyll
from articlelint.generators.mdn import Mdn
from articlelint.generators.mkdocs import MkDocs
from articlelint.generators.pelican import Pelican
from articlelint.generators.settings import Mount, Settings
from articlelint.generators.vitepress import VitePress
from articlelint.generators.zensical import Zensical
from articlelint.generators.zola import Zola
from articlelint.plugins import entry_points

ENTRY_POINT_GROUP = "articlelint.generators"
"""The group of entry points by which a package adds a generator: the class itself."""

GENERIC = Generic()

GENERATORS: tuple[Generator, ...] = (
    Hexo(),
    Jekyll(),
    Hugo(),
    Zola(),
    Pelican(),
    Zensical(),
    MkDocs(),
    Docusaurus(),
    Astro(),
    Eleventy(),
    VitePress(),
    Mdn(),
)
"""Every generator that can be recognised; where two recognise a folder, the first wins."""

__all__ = [
    "GENERATORS",
    "GENERIC",
    "DateRole",
    "Generator",
    "Mount",
    "Settings",
    "by_name",
    "known",
]


@lru_cache
def known(*, plugins: bool = True) -> tuple[Generator, ...]:
    """Return the generators that can be recognised, with *plugins* those of installed packages too.

    These come last: what articlelint knows by itself, it recognises as it always does. Raises
    PluginError where an entry point leads to no generator, or to one whose name is taken.
    """
    found = list(GENERATORS)
    for point in entry_points(ENTRY_POINT_GROUP) if plugins else ():
        label = f"generator plugin `{point.name}` ({point.value})"
        try:
            kind = point.load()
        except Exception as error:
            raise PluginError(f"{label}: {type(error).__name__}: {error}") from error
        if not (isinstance(kind, type) and issubclass(kind, Generator)):
            raise PluginError(f"{label} is no class derived from `Generator`")
        if kind.name in {each.name for each in (*found, GENERIC)}:
            raise PluginError(f"{label}: there is a generator `{kind.name}` already")
        found.append(kind())
    return tuple(found)


def by_name(name: str) -> Generator:
    """Return the generator called *name*; raises ConfigError where there is none."""
    every = {generator.name: generator for generator in (*known(), GENERIC)}
    try:
        return every[name]
    except KeyError:
        there = ", ".join(sorted(every))
        raise ConfigError(f"there is no generator `{name}` (there are: {there})") from None
