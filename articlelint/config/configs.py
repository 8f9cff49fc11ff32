"""Which configuration holds for which file."""

from __future__ import annotations

import os
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.config.config import Config
from articlelint.config.declared import Layer, Settings
from articlelint.config.find import config_in
from articlelint.config.places import FILE_NAMES
from articlelint.config.trust import code_in
from articlelint.dataclass import dataclass
from articlelint.linting.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from articlelint.config.config import FileConfig
    from articlelint.config.file import ConfigFile

_DECIDING = (*FILE_NAMES, ".git")
"""What a folder has that decides for itself which configuration holds in it."""


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
        self._of_place: dict[tuple[str, str, str], FileConfig] = {}
        self._of_path: dict[tuple[str, Path], FileConfig] = {}

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

    def for_file(self, path: Path) -> FileConfig:
        """Return what holds for the file at *path*; raises ConfigError, PluginError."""
        here = os.getcwd()
        found = self._of_path.get((here, path))  # several ask for each article
        if found is not None:
            return found
        place = here, os.path.dirname(path), path.suffix
        found = self._of_place.get(place)
        if found is not None:
            self._of_path[here, path] = found
            return found
        config = self.of(path)
        found = config.for_file(path)
        # A README and its like at a site's root are none of its generator's.
        at_root = config.site_for(path).root == Path(*place[:2])
        if not config.settings.overrides and not at_root:  # all of the folder are alike
            self._of_place[place] = found
        return found

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

    def of_listed(self, folder: str, names: Container[str]) -> Config:
        """Return the same for a *folder* of which it is known which *names* stand in it."""
        if folder not in self._of_folder and not any(name in names for name in _DECIDING):
            self._of_folder[folder] = self.of_folder(os.path.dirname(folder))
        return self.of_folder(folder)

    def _at(self, folder: str) -> Config | None:
        """Return the configuration that *folder* itself decides about.

        Beyond a repository nothing is looked for.
        """
        if self.isolated or self.explicit is not None:
            return self._load(self.explicit)
        path = config_in(folder)
        if path is not None:
            return self._load(Path(path))
        is_last = os.path.dirname(folder) == folder or os.path.lexists(os.path.join(folder, ".git"))
        return self._load(None) if is_last else None

    def _load(self, path: Path | None) -> Config:
        if path not in self._of_file:
            settings = Settings()
            files: tuple[ConfigFile, ...] = ()
            if path is not None:
                from articlelint.config.load import load

                settings, files = load(path)
                if path != self.explicit:
                    _require_trust(files)
            registry = self._registry(settings.plugins)
            config = Config(settings, registry, self.flags, online=self.online)
            if files or self.flags.selectors:
                from articlelint.config.names import check

                check(files, settings, self.flags, registry)
            self._of_file[path] = config
        return self._of_file[path]

    def _registry(self, plugins: tuple[Path, ...]) -> Registry:
        if plugins not in self._registries:
            package = {"package": self.package} if self.package else {}
            self._registries[plugins] = Registry(plugins, entry_points=not self.isolated, **package)
        return self._registries[plugins]


def _require_trust(files: Sequence[ConfigFile]) -> None:
    """Raise ConfigError where one of *files* names code, and the run was started elsewhere.

    The last of them extends the others. Whoever starts a run in its folder has looked at what is
    there; not so of a folder below.
    """
    if Path.cwd().is_relative_to(files[-1].path.absolute().parent):
        return
    for file in files:
        code = code_in(file)
        if code is not None:
            location, name = code
            said = f"`{name}` is code, which runs only where articlelint is started in its folder"
            raise file.error(location, f"{said}; --isolated runs without it")
