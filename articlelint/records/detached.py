"""The configuration of articles that are records: one for all, whatever their paths say."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.config import Config, Configs
from articlelint.config.config import FileConfig
from articlelint.config.layers import build_schema
from articlelint.errors import ConfigError, SourceError
from articlelint.generators import GENERIC, by_name
from articlelint.linting.plan import Plan
from articlelint.linting.registry import Registry
from articlelint.linting.rule import Depends
from articlelint.named_tuple import NamedTuple
from articlelint.recognition import find_site, override, site_for
from articlelint.site import Site
from articlelint.text.files import is_folder

if TYPE_CHECKING:
    from articlelint.config.declared import Layer, Settings

_NOWHERE = Path(__file__).with_name("nowhere")
"""A folder that is not there: what a generator reads in it is its defaults."""


class Portable(NamedTuple):
    """All that a configuration for records hangs on; plain data.

    *settings* are those of the configuration file, *flags* are laid over them. *root* is the
    folder, absolute, that articles are taken to lie in; *here*, likewise, is what paths are seen
    from where globs of the settings have to match them.
    """

    settings: Settings
    flags: Layer
    isolated: bool
    root: Path | None
    here: Path


class Detached(Configs):
    """What *given* says of every article.

    Nothing is looked for where an article's path leads: it is data. Only with a root articles are
    taken for files in it, and rules that look at other files run.
    """

    def __init__(self, given: Portable) -> None:
        super().__init__(given.flags, isolated=given.isolated)
        self.given = given
        self._configs: dict[tuple[int, ...], FileConfig] = {}

    def __reduce__(self) -> tuple[type[Configs], tuple[object, ...]]:
        return Detached, (self.given,)

    @cached_property
    def root(self) -> Config:
        """Return the configuration, which is that of every folder."""
        registry = Registry(self.given.settings.plugins, entry_points=not self.isolated)
        return Config(self.given.settings, registry, self.flags)

    @property
    def loaded(self) -> tuple[Config, ...]:
        """Return the one configuration that there is."""
        return (self.root,)

    def of_folder(self, folder: str) -> Config:
        """Return the configuration of the articles in *folder*."""
        return self.root

    def for_file(self, path: Path) -> FileConfig:
        """Return what holds for the article at *path*; raises ConfigError, PluginError."""
        seen = Path(self.given.here, path)
        matching = self.root.matching(seen)
        found = self._configs.get(matching)
        if found is None:
            rules = self.root.rules_for(seen)
            if self.given.root is None:
                alone = [rule for rule in rules if Depends.DISK not in rule.depends]
                rules = Plan(alone, rules.unsuppressable)
            settings = self.given.settings
            overriding = [settings.overrides[index].layer for index in matching]
            schema = build_schema((*settings.layers, *overriding), overriding)
            found = FileConfig(rules, self.root.registry.names, self.site, schema)
            self._configs[matching] = found
        return found._replace(site=self.site.for_file(path))

    @cached_property
    def site(self) -> Site:
        """Return the site of all articles: that of the settings, else what *root* is."""
        table, root = self.given.settings.site, self.given.root
        if root is not None:
            if not is_folder(root):
                raise ConfigError(f"there is no folder `{root}`")
            if table.generator:
                return site_for(root, table.generator, table.settings)
            site = find_site(root / "article.md", stop=root, plugins=not self.isolated)
            return Site(site.root, site.generator, override(site.settings, table.settings))
        generator = by_name(table.generator) if table.generator else GENERIC
        return Site(None, generator, override(generator.settings(_NOWHERE), table.settings))

    def place(self, path: str) -> Path:
        """Return where the article at *path* is; raises SourceError where it is outside the root.

        *path* comes out of a table: neither it nor a link on its way leads anywhere else.
        """
        if Path(path).name in {"", ".."}:
            raise SourceError(f"`{path}` is not the path of an article")
        root = self.given.root
        if root is None:
            return Path(path)
        place = root / path
        try:
            is_inside = place.resolve().is_relative_to(root.resolve())
        except (OSError, ValueError, RuntimeError):  # a loop of links, NUL
            is_inside = False
        if not is_inside:
            raise SourceError(f"`{path}` is not in `{root}`")
        return place


def detached(configs: Configs, root: Path | None) -> Detached:
    """Return the configuration of the working directory for articles that are records.

    *root* is the folder that they are taken to lie in; None: they lie nowhere. Raises ConfigError
    and PluginError.
    """
    place = None if root is None else root.absolute()
    settings = configs.root.settings
    made = Detached(Portable(settings, configs.flags, configs.isolated, place, Path.cwd()))
    if not made.for_file(Path("article.md")).rules:
        raise ConfigError("no rule is selected, so nothing would be checked")
    return made
