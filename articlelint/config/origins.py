"""Where each setting comes from: a default, the generator, a line of a file, a flag."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.config.declared import RUN_SETTINGS, FrontMatter, Settings
from articlelint.config.file import ConfigFile
from articlelint.generators import GENERIC
from articlelint.generators.settings import Settings as SiteSettings
from articlelint.linting.registry import ALL, EVERY
from articlelint.linting.rule import option_fields
from articlelint.online.settings import OnlineSettings
from articlelint.options import options_of, table_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.config import Config
    from articlelint.config.declared import Layer
    from articlelint.config.file import Location
    from articlelint.linting.rule import Rule
    from articlelint.options import Option
    from articlelint.site import Site

_OR_OF_GENERATOR = frozenset({"dialect", "template_syntax"})
_AND_OF_GENERATOR = frozenset({"date_roles", "image_keys"})
DEFAULT = "default"
FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Effective:
    """One setting: *section* is "" or a table; a rule that is off is False."""

    section: str
    key: str
    value: object
    origin: str
    options: tuple[Effective, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """A layer, and where it stands; without a file, the flags."""

    layer: Layer
    file: ConfigFile | None
    at: Location


def _in_effect(site: Site, name: str) -> object:
    """Return the value of a setting of *site*: its generator's, or with those of its generator."""
    value = getattr(site.settings, name)
    if name in _OR_OF_GENERATOR:
        return value or getattr(site.generator, name)
    if name in _AND_OF_GENERATOR:
        own = getattr(site.generator, name)
        added = own.items() if isinstance(own, Mapping) else own
        return tuple(dict.fromkeys((*value, *added)))
    return value


class Origins:
    """Tells for the article at *path* what holds and why."""

    def __init__(self, config: Config, path: Path) -> None:
        self._config = config
        self._path = path
        self._files = [ConfigFile(source) for source in config.settings.sources]
        self._said = list(self._layers())
        self._place = cache(self._find_place)

    def settings(self) -> Iterator[Effective]:
        """Yield every setting: of the run, of the site, of the front matter, of each rule."""
        settings = self._config.settings
        for key, option in options_of(Settings).items():
            if option.name in RUN_SETTINGS:
                value = getattr(settings, option.name)
                yield Effective("", key, _holds(option, value), self._origin(key))
        for name in ("exclude", "plugins"):
            yield from self._listed(name)
        yield from self._site(self._config.site_for(self._path))
        yield from self._online(settings.online)
        yield from self._front_matter()
        on = {rule.name: rule for rule in self._config.rules_for(self._path)}
        for name in self._config.registry.names:
            yield self._rule(name, on.get(name))

    def _layers(self) -> Iterator[_Said]:
        """Yield what is said about rules in the order in which it counts."""
        config = self._config
        for file, layer in zip(self._files, config.settings.layers, strict=True):
            yield _Said(layer, file, ())
        places = [
            (file, index)
            for file in self._files
            for index in range(len(file.table.get("overrides", ())))
        ]
        for number in config.matching(self._path):
            file, index = places[number]
            yield _Said(config.settings.overrides[number].layer, file, ("overrides", index))
        yield _Said(config.flags, None, ())

    def _find_place(self, file: ConfigFile, location: Location) -> str:
        line = file.line(location)
        name = os.path.relpath(file.path)
        name = str(file.path) if name.startswith(os.pardir) else name
        return f"{name}:{line}" if line else name

    def _origin(self, *location: str) -> str:
        """Return the place of the last word on the setting at *location*."""
        for file in reversed(self._files):
            table: object = file.table
            for key in location:
                table = table.get(key) if isinstance(table, dict) else None
            if table is not None:
                return self._place(file, location)
        return DEFAULT

    def _listed(self, key: str) -> Iterator[Effective]:
        """Yield each item of a list that all files add to."""
        for file in self._files:
            for index, value in enumerate(file.table.get(key, ())):
                yield Effective("", key, value, self._place(file, (key, index)))

    def _site(self, site: Site) -> Iterator[Effective]:
        table = self._config.settings.site
        recognised = f"recognised in {site.root}" if site.root else "nothing recognised"
        known = self._origin("site", "generator") if table.generator else recognised
        yield Effective("site", "generator", site.generator.name, known)
        said = self._origin("site", "root")
        yield Effective("site", "root", site.root, known if said == DEFAULT else said)
        default = site.generator.settings(Path(os.sep, ".nowhere"))
        for key, option in options_of(SiteSettings).items():
            value = _in_effect(site, option.name)
            said = self._origin("site", key)
            if said == DEFAULT:
                changed = getattr(site.settings, option.name) != getattr(default, option.name)
                said = f"{site.generator.title}'s {'configuration' if changed else 'default'}"
                said = DEFAULT if site.generator == GENERIC else said
            yield Effective("site", key, value, said)

    def _online(self, table: Mapping[str, object]) -> Iterator[Effective]:
        """Yield how the network would be asked, as it is written: a header's value is a secret."""
        for key, option in options_of(OnlineSettings).items():
            value = _holds(option, table.get(key))
            yield Effective("online", key, value, self._origin("online", key))

    def _front_matter(self) -> Iterator[Effective]:
        """Yield what is said of the front matter as it is written, the last word on each key."""
        section = "front-matter"
        found: dict[str, Effective] = {}
        for key, option in options_of(FrontMatter).items():
            if table_in(option.kind) is None:
                found[key] = Effective(section, key, _holds(option, None), DEFAULT)
        for said in self._said:
            table = _at(said, section)
            for key, value in table.items():
                if table_in(options_of(FrontMatter)[key].kind) is None:
                    place = self._said_at(said, section, key)
                    found[key] = Effective(section, key, value, place)
                    continue
                for name, attributes in value.items():
                    for attribute, each in attributes.items():
                        full = f"{key}.{name}.{attribute}"
                        place = self._said_at(said, section, key, name, attribute)
                        found[full] = Effective(section, full, each, place)
        yield from found.values()

    def _rule(self, name: str, rule: Rule | None) -> Effective:
        switched = DEFAULT
        severity_from: str | None = None
        for said in self._said:
            layer = said.layer
            decision = layer.decides(name, by_family=self._config.registry.is_of_family(name))
            if decision is not None:
                switched = self._selector(said, name, on=decision)
            key = next((each for each in _selectors(name) if each in layer.severity), None)
            if key is not None:
                severity_from = self._said_at(said, "severity", key)
        if rule is None:
            online = self._config.registry.traits(name).online and switched == DEFAULT
            return Effective("rules", name, False, "only with --online" if online else switched)
        origin = switched
        if severity_from:
            origin = f"{severity_from}, on by {switched}" if switched != DEFAULT else severity_from
        options = tuple(self._option(rule, field.name) for field in option_fields(type(rule)))
        return Effective("rules", name, rule.severity, origin, options)

    def _option(self, rule: Rule, field: str) -> Effective:
        key = _dashed(field)
        origin = DEFAULT
        for said in self._said:
            given = said.layer.options.get(rule.name, {})
            if key in given or field in given:
                origin = self._said_at(said, "rules", rule.name, key)
        return Effective("rules", key, getattr(rule, field), origin)

    def _selector(self, said: _Said, name: str, *, on: bool) -> str:
        """Return where the selector stands that switches the rule *on*, or off."""
        layer = said.layer
        lists = (
            {"select": layer.select or (), "extend-select": layer.extend_select}
            if on
            else {"ignore": layer.ignore}
        )
        for selector in _selectors(name):
            for key, names in lists.items():
                if selector in names:
                    if said.file is None:
                        return f"--{key}"
                    return self._said_at(said, key, names.index(selector))
        return "--select" if said.file is None else self._said_at(said, "select")  # not among these

    def _said_at(self, said: _Said, *location: str | int) -> str:
        return FLAG if said.file is None else self._place(said.file, (*said.at, *location))


def _selectors(name: str) -> tuple[str, ...]:
    """Return what selects the rule called *name*, the nearest first."""
    family = name.partition("/")[0]
    return name, family, family + EVERY, ALL


def _holds(option: Option, said: object) -> object:
    """Return what holds where *said* is what is said of *option*, None nothing."""
    if said is not None:
        return said
    return option.otherwise or option.default


def _at(said: _Said, *location: str) -> Mapping[str, Any]:
    """Return the table at *location* where *said* stands, as it is written."""
    table: Any = {} if said.file is None else said.file.table
    for step in (*said.at, *location):
        table = table.get(step, {}) if isinstance(table, dict) else table[step]
    return table  # type: ignore[no-any-return] # a table of a valid file


def _dashed(name: str) -> str:
    return name.replace("_", "-")
