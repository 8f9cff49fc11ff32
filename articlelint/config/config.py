"""The settings of one configuration file, and what they come to for each file."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from articlelint.config.beside import beside
from articlelint.config.layers import build_rules, build_schema
from articlelint.errors import ConfigError
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

    from articlelint.config.declared import Layer, Settings
    from articlelint.linting.plan import Plan
    from articlelint.linting.registry import Registry
    from articlelint.schema.own import OwnSchema
    from articlelint.site import Site


class FileConfig(NamedTuple):
    """What holds for one file.

    *rules* are configured; *known* names all that there are. *schema* is what the configuration
    says of its front matter; None: nothing.
    """

    rules: Plan
    known: tuple[str, ...]
    site: Site
    schema: OwnSchema | None = None


def matcher(globs: tuple[str, ...]) -> GitIgnoreSpec:
    """Return what tells whether a path, relative and with slashes, matches *globs*."""
    from pathspec import GitIgnoreSpec  # 15 ms, where there are globs

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
        self._rules: dict[tuple[int, ...], Plan] = {}
        self._schemas: dict[tuple[int, ...], OwnSchema | None] = {}
        self._sites: dict[str, Site] = {}
        self.has_beside = False
        self._files: dict[tuple[str, tuple[int, ...], str], FileConfig] = {}

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
        from articlelint.config.file import ConfigFile

        return ConfigFile(self.settings.origin).error(location, message)

    def excludes(self, path: str, *, folder: bool = False) -> bool:
        """Tell whether ``exclude`` matches *path*, absolute."""
        return any(
            spec.match_file(inner + "/" if folder else inner)
            for root, spec in self._excludes
            if (inner := _within(root, path)) is not None
        )

    def for_file(self, path: Path) -> FileConfig:
        """Return what holds for the file at *path*: the same for files of which the same is said.

        Raises ConfigError for options of rules that do not fit, and for a schema that is none.
        """
        site = self.site_for(path).for_file(path)
        key = (os.path.dirname(os.path.abspath(path)), self.matching(path), site.generator.name)
        if key not in self._files:
            self._files[key] = FileConfig(
                self.rules_for(path),
                self.registry.names,
                site,
                self.schema_for(path),
            )
        return self._files[key]

    def rules_for(self, path: Path) -> Plan:
        """Return the rules for the file at *path*, configured; the same ones for the same say."""
        matching = self.matching(path)
        if matching not in self._rules:
            layers = (*self.settings.layers, *self._overriding(matching), self.flags)
            self._rules[matching] = build_rules(layers, self.registry, online=self._online)
        return self._rules[matching]

    def schema_for(self, path: Path) -> OwnSchema | None:
        """Return what is said of the front matter of the file at *path*; None: nothing.

        Raises ConfigError for a schema file that holds none.
        """
        matching = self.matching(path)
        if matching not in self._schemas:
            own = self._overriding(matching)
            self._schemas[matching] = build_schema((*self.settings.layers, *own), own)
        return self._schemas[matching] or self._beside(path)

    def _beside(self, path: Path) -> OwnSchema | None:
        """Return what a file beside the site says, where the configuration says nothing."""
        site = self.site_for(path)
        found = None if site.root is None else beside(site.root)
        if found is None:
            return None
        self.has_beside = True
        relative = site.relative(path)
        return found.schema if any(map(relative.is_relative_to, found.folders)) else None

    def _overriding(self, matching: tuple[int, ...]) -> list[Layer]:
        return [self.settings.overrides[index].layer for index in matching]

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

    def site_for(self, path: Path) -> Site:
        """Return the site of the file at *path*."""
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._sites:
            self._sites[folder] = self._find_site(path)
        return self._sites[folder]

    def _find_site(self, path: Path) -> Site:
        from dataclasses import replace

        from articlelint.recognition import find_site, override, site_for

        table = self.settings.site
        if table.generator and table.root:
            return site_for(table.root, table.generator, table.settings)
        site = find_site(
            table.root / path.name if table.root else path,
            stop=table.root,
            plugins=self.registry.entry_points,
        )
        if table.settings:
            return replace(site, settings=override(site.settings, table.settings))
        return site


def _within(root: str, path: str) -> str | None:
    """Return *path* relative to *root* with slashes; None where it lies elsewhere."""
    root = root.rstrip(os.sep) + os.sep
    if not path.startswith(root):
        return None
    return path[len(root) :].replace(os.sep, "/")
