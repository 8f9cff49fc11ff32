"""The static site generators that articlelint knows, one module each."""

from __future__ import annotations

from articlelint.dates.role import DateRole
from articlelint.errors import ConfigError
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
from articlelint.generators.zola import Zola

GENERIC = Generic()

GENERATORS: tuple[Generator, ...] = (
    Hexo(),
    Jekyll(),
    Hugo(),
    Zola(),
    Pelican(),
    MkDocs(),
    Docusaurus(),
    Astro(),
    Eleventy(),
    Mdn(),
)
"""Every generator that can be recognised; where two recognise a folder, the first wins."""

_BY_NAME: dict[str, Generator] = {generator.name: generator for generator in (*GENERATORS, GENERIC)}

__all__ = [
    "GENERATORS",
    "GENERIC",
    "DateRole",
    "Generator",
    "Mount",
    "Settings",
    "by_name",
]


def by_name(name: str) -> Generator:
    """Return the generator called *name*; raises ConfigError where there is none."""
    try:
        return _BY_NAME[name]
    except KeyError:
        known = ", ".join(sorted(_BY_NAME))
        raise ConfigError(f"there is no generator `{name}` (there are: {known})") from None
