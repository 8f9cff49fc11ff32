"""Configuration files: read, validated, laid over those that they extend."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from articlelint.config.declared import (
    RUN_SETTINGS,
    Layer,
    Override,
    Patterns,
    Settings,
    SiteTable,
)
from articlelint.config.file import ConfigFile
from articlelint.config.profiles import profile, profiles
from articlelint.errors import ConfigError
from articlelint.generators import by_name
from articlelint.generators.settings import Settings as SiteSettings
from articlelint.options import fits, values_of
from articlelint.recognition import override
from articlelint.text.files import is_file, is_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


def load(path: Path) -> tuple[Settings, tuple[ConfigFile, ...]]:
    """Return what the configuration file at *path* says, and the files that went into it.

    Names of rules are not looked up yet: that takes the plugins. Raises ConfigError.
    """
    files = tuple(_chain(path, ()))
    settings = Settings()
    for file in files:
        settings = _laid_over(settings, file)
    return settings, files


def _chain(path: Path, above: tuple[Path, ...]) -> Iterator[ConfigFile]:
    """Yield the file at *path*, found valid, after those that it extends."""
    file = ConfigFile(path)
    if not fits(file.table, Settings):
        from articlelint.config.model import validate  # 100 ms, if something is wrong

        validate(file)
    extends = file.table.get("extends", [])
    for name in [extends] if isinstance(extends, str) else extends:
        target = profile(name) or path.parent / name
        if target.resolve() in (*above, path.resolve()):
            raise file.error(("extends",), f"`{name}` extends this file in turn")
        if not is_file(target):
            known = ", ".join(f"`{each}`" for each in profiles())
            raise file.error(
                ("extends",), f"there is no file `{name}` to extend (profiles: {known})"
            )
        yield from _chain(target, (*above, path.resolve()))
    yield file


def _laid_over(base: Settings, file: ConfigFile) -> Settings:
    """Return *base* with what *file*, which is valid, says over it."""
    table, folder = file.table, file.path.absolute().parent
    overrides = tuple(
        Override(Patterns(folder, tuple(each["files"])), _layer(file, each, "overrides", index))
        for index, each in enumerate(table.get("overrides", ()))
    )
    globs = tuple(table.get("exclude", ()))
    plugins = []
    for index, name in enumerate(table.get("plugins", ())):
        if not is_file(folder / name):
            raise file.error(("plugins", index), f"there is no plugin file `{name}`")
        plugins.append(folder / name)
    run = values_of(Settings, table, RUN_SETTINGS)
    if "baseline" in table:
        run["baseline"] = _within(file, "baseline", folder, table["baseline"])
    return replace(
        base,
        origin=file.path,
        sources=(*base.sources, file.path),
        layers=(*base.layers, _layer(file, table)),
        overrides=(*base.overrides, *overrides),
        exclude=(*base.exclude, Patterns(folder, globs)) if globs else base.exclude,
        plugins=tuple(dict.fromkeys((*base.plugins, *plugins))),
        site=_site(base.site, file),
        online={**base.online, **table.get("online", {})},
        **run,
    )


def _within(file: ConfigFile, key: str, folder: Path, name: str) -> Path:
    """Return the path *name*, which has to lie in *folder*: it is written to."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise file.error((key,), f"`{name}` is not in the folder of this file")
    return path


def _layer(file: ConfigFile, table: Mapping[str, Any], *at: str | int) -> Layer:
    values = values_of(Layer, table)
    if "front-matter" in table:
        from articlelint.config.front_matter import read  # imports the schemas

        values["front_matter"] = read(file, table["front-matter"], (*at, "front-matter"))
    return Layer(**values)


def _site(base: SiteTable, file: ConfigFile) -> SiteTable:
    table: dict[str, Any] = dict(file.table.get("site", {}))
    generator, root = table.pop("generator", None), table.pop("root", None)
    if generator is not None:
        _located(file, "generator", lambda: by_name(generator))
    for key, value in table.items():
        _located(file, key, partial(override, SiteSettings(), {key: value}))
    folder = file.path.absolute().parent
    if root is not None and not is_folder(folder / root):
        raise file.error(("site", "root"), f"there is no folder `{root}`")
    own_root = folder / root if root is not None else folder if generator else None
    return SiteTable(
        generator=generator or base.generator,
        root=own_root or base.root,
        settings={**base.settings, **table},
    )


def _located(file: ConfigFile, key: str, look: Callable[[], object]) -> None:
    """Take a *look* at what ``[site]`` says; raises its ConfigError with the place."""
    try:
        look()
    except ConfigError as error:
        raise file.error(("site", key), str(error)) from error
