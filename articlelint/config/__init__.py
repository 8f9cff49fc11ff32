"""Which settings hold for which file: configuration files, their overrides, the flags."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.config.find import config_in
from articlelint.config.settings import (
    RUN_SETTINGS,
    FrontMatterTable,
    Layer,
    Override,
    Patterns,
    Settings,
    SiteTable,
    build_rules,
    selected,
)
from articlelint.errors import ConfigError
from articlelint.linting.registry import ALL, Registry
from articlelint.linting.rule import configure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pathspec import GitIgnoreSpec

    from articlelint.config.files import ConfigFile
    from articlelint.linting.rule import Rule
    from articlelint.schema.own import OwnSchema
    from articlelint.site import Site

__all__ = [
    "RUN_SETTINGS",
    "Config",
    "ConfigError",
    "Configs",
    "Layer",
    "Override",
    "Patterns",
    "Settings",
    "SiteTable",
    "matcher",
    "selected",
]


def matcher(globs: tuple[str, ...]) -> GitIgnoreSpec:
    """Return what tells whether a path, relative and with slashes, matches *globs*."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 15 ms, where there are globs

    return GitIgnoreSpec.from_lines(globs)


class Config:
    """The settings for the files of some folders, with the rules that follow from them."""

    def __init__(
        self, settings: Settings, registry: Registry, flags: Layer, *, online: bool = False
    ) -> None:
        self.settings = settings
        self.registry = registry
        self.flags = flags
        self._online = online
        self._rules: dict[tuple[int, ...], tuple[Rule, ...]] = {}
        self._schemas: dict[tuple[int, ...], OwnSchema | None] = {}
        self._sites: dict[str, Site] = {}

    @cached_property
    def _overrides(self) -> list[tuple[str, GitIgnoreSpec]]:
        return [
            (str(override.files.root), matcher(override.files.globs))
            for override in self.settings.overrides
        ]

    @cached_property
    def _excludes(self) -> list[tuple[str, GitIgnoreSpec]]:
        return [(str(each.root), matcher(each.globs)) for each in self.settings.exclude]

    def error(self, location: tuple[str | int, ...], message: str) -> ConfigError:
        """Return the error *message* about what the configuration file says at *location*."""
        if self.settings.origin is None:
            return ConfigError(message)
        from articlelint.config.files import ConfigFile  # noqa: PLC0415 - for what is wrong

        return ConfigFile(self.settings.origin).error(location, message)

    def excludes(self, path: str, *, folder: bool = False) -> bool:
        """Tell whether ``exclude`` matches *path*, absolute."""
        return any(
            spec.match_file(inner + "/" if folder else inner)
            for root, spec in self._excludes
            if (inner := _within(root, path)) is not None
        )

    def rules_for(self, path: Path) -> tuple[Rule, ...]:
        """Return the rules for the file at *path*, configured; the same ones for the same say."""
        matching = self.matching(path)
        if matching not in self._rules:
            self._rules[matching] = build_rules(
                self._layers(matching), self.registry, online=self._online
            )
        return self._rules[matching]

    def schema_for(self, path: Path) -> OwnSchema | None:
        """Return what is said of the front matter of the file at *path*; None: nothing.

        Raises ConfigError for a schema file that holds none.
        """
        matching = self.matching(path)
        if matching not in self._schemas:
            self._schemas[matching] = _own_schema(
                [layer.front_matter for layer in self._layers(matching)],
                [self.settings.overrides[index].layer.front_matter for index in matching],
            )
        return self._schemas[matching]

    def matching(self, path: Path) -> tuple[int, ...]:
        """Return which of the overrides hold for the file at *path*."""
        if not self.settings.overrides:
            return ()
        absolute = os.path.abspath(path)
        return tuple(
            index
            for index, (root, spec) in enumerate(self._overrides)
            if (inner := _within(root, absolute)) is not None and spec.match_file(inner)
        )

    def _layers(self, matching: tuple[int, ...]) -> tuple[Layer, ...]:
        overrides = (self.settings.overrides[index].layer for index in matching)
        return (*self.settings.layers, *overrides, self.flags)

    def site_for(self, path: Path) -> Site:
        """Return the site of the file at *path*."""
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._sites:
            self._sites[folder] = self._find_site(path)
        return self._sites[folder]

    def _find_site(self, path: Path) -> Site:
        from dataclasses import replace  # noqa: PLC0415 - with the next

        from articlelint.site import find_site, override, site_for  # noqa: PLC0415 - for a file

        table = self.settings.site
        if table.generator and table.root:
            return site_for(table.root, table.generator, table.settings)
        site = find_site(table.root / path.name if table.root else path, stop=table.root)
        if table.settings:
            return replace(site, settings=override(site.settings, table.settings))
        return site


def _own_schema(
    tables: Sequence[FrontMatterTable | None], overriding: Sequence[FrontMatterTable | None]
) -> OwnSchema | None:
    said = [table for table in tables if table is not None]
    if not said:
        return None
    from articlelint.schema.own import OwnSchema  # noqa: PLC0415 - where there is one

    fields: dict[str, dict[str, object]] = {}
    for table in said:
        for name, attributes in table.fields.items():
            fields[name] = {**fields.get(name, {}), **attributes}
    sources = [table.sources for table in said if table.sources is not None]
    built_in = [table.built_in for table in said if table.built_in is not None]
    unknown = [table.unknown_keys for table in said if table.unknown_keys is not None]
    own = OwnSchema(
        fields=fields,
        sources=sources[-1] if sources else (),
        built_in=built_in[-1] if built_in else True,
        closed=bool(unknown) and unknown[-1] == "report",
        explicit=any(table is not None for table in overriding),
    )
    own.load()  # what is wrong with its files ends the run, not every article
    return own


def _within(root: str, path: str) -> str | None:
    """Return *path* relative to *root* with slashes; None where it lies elsewhere."""
    root = root.rstrip(os.sep) + os.sep
    if not path.startswith(root):
        return None
    return path[len(root) :].replace(os.sep, "/")


@dataclass
class Configs:
    """The configuration of any file: of the nearest folder above it that has one.

    *explicit* is the file to use for all of them; with *isolated*, configuration files and
    plugins are ignored. *flags* is laid over everything. *online* tells that the network may be
    asked. It can be sent to another process, which then finds everything anew.
    """

    flags: Layer = field(default_factory=Layer)
    explicit: Path | None = None
    isolated: bool = False
    package: str | None = None
    online: bool = False

    def __post_init__(self) -> None:
        self._of_file: dict[Path | None, Config] = {}
        self._of_folder: dict[str, Config] = {}
        self._registries: dict[tuple[Path, ...], Registry] = {}

    def __reduce__(self) -> tuple[type[Configs], tuple[object, ...]]:
        return (Configs, (self.flags, self.explicit, self.isolated, self.package, self.online))

    @cached_property
    def root(self) -> Config:
        """Return the configuration of the working directory, which decides about the run."""
        return self.of_folder(os.path.abspath("."))

    @property
    def loaded(self) -> tuple[Config, ...]:
        """Return every configuration that was needed so far."""
        return tuple(self._of_file.values())

    def of(self, path: Path) -> Config:
        """Return the configuration of the file at *path*; raises ConfigError, PluginError."""
        return self.of_folder(os.path.dirname(os.path.abspath(path)))

    def of_folder(self, folder: str) -> Config:
        """Return the configuration of the files in *folder*, an absolute path."""
        passed = []
        place = folder
        while place not in self._of_folder:
            passed.append(place)
            config = self._at(place)
            if config is not None:
                self._of_folder[place] = config
            else:
                place = os.path.dirname(place)
        for each in passed:
            self._of_folder[each] = self._of_folder[place]
        return self._of_folder[folder]

    def _at(self, folder: str) -> Config | None:
        """Return the configuration that *folder* itself decides about, the topmost for all."""
        if self.isolated or self.explicit is not None:
            return self._load(self.explicit)
        path = config_in(folder)
        if path is not None:
            return self._load(Path(path))
        return self._load(None) if os.path.dirname(folder) == folder else None

    def _load(self, path: Path | None) -> Config:
        if path not in self._of_file:
            settings = Settings()
            files: tuple[ConfigFile, ...] = ()
            if path is not None:
                from articlelint.config.files import load  # noqa: PLC0415 - with a file only

                settings, files = load(path)
            registry = self._registry(settings.plugins)
            config = Config(settings, registry, self.flags, online=self.online)
            _check_names(files, settings, registry)
            _check_flags(self.flags, registry)
            self._of_file[path] = config
        return self._of_file[path]

    def _registry(self, plugins: tuple[Path, ...]) -> Registry:
        if plugins not in self._registries:
            package = {"package": self.package} if self.package else {}
            self._registries[plugins] = Registry(plugins, entry_points=not self.isolated, **package)
        return self._registries[plugins]


def _check_flags(flags: Layer, registry: Registry) -> None:
    for selector in flags.selectors:
        if not _is_known(selector, registry):
            raise ConfigError(registry.unknown(selector))


def _is_known(selector: str, registry: Registry) -> bool:
    return selector in registry or selector in registry.families or selector == ALL


def _check_names(files: tuple[ConfigFile, ...], settings: Settings, registry: Registry) -> None:
    """Raise ConfigError for the first name of a rule, or option of one, that there is not."""
    overrides = iter(settings.overrides)
    for file, layer in zip(files, settings.layers, strict=True):
        _check_layer(file, (), layer, registry)
        for index in range(len(file.table.get("overrides", ()))):
            _check_layer(file, ("overrides", index), next(overrides).layer, registry)


def _check_layer(
    file: ConfigFile, at: tuple[str | int, ...], layer: Layer, registry: Registry
) -> None:
    for key, selectors in (
        ("select", layer.select or ()),
        ("extend-select", layer.extend_select),
        ("ignore", layer.ignore),
    ):
        for index, selector in enumerate(selectors):
            if not _is_known(selector, registry):
                raise file.error((*at, key, index), registry.unknown(selector))
    for selector in layer.severity:
        if not _is_known(selector, registry):
            raise file.error((*at, "severity", selector), registry.unknown(selector))
    for name, options in layer.options.items():
        if name not in registry:
            raise file.error((*at, "rules", name), registry.unknown(name))
        for option, value in options.items():
            try:
                configure(registry.load(name), {option: value})
            except ConfigError as error:
                raise file.error((*at, "rules", name, option), str(error)) from error
