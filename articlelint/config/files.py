"""Configuration files: found, read, validated, with the line of whatever is wrong."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from articlelint.config.find import PYPROJECT, TABLE
from articlelint.config.profiles import profile, profiles
from articlelint.config.screen import is_plainly_fine
from articlelint.config.settings import Layer, Override, Patterns, Settings, SiteTable
from articlelint.diagnostic import Severity
from articlelint.errors import ConfigError
from articlelint.generators import Settings as SiteSettings
from articlelint.generators import by_name
from articlelint.site import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pydantic import ValidationError


Location = tuple[str | int, ...]


class ConfigFile:
    """One configuration file's text and content; raises ConfigError where it has neither."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise ConfigError(f"cannot read {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise ConfigError(f"{path} is not UTF-8: {error.reason}") from error
        try:
            self.document: dict[str, Any] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path} is not TOML: {error}") from error

    @property
    def prefix(self) -> Location:
        """Return where in the file the configuration stands."""
        return TABLE if self.path.name == PYPROJECT else ()

    @property
    def table(self) -> Mapping[str, Any]:
        """Return the configuration; empty where a pyproject.toml has none."""
        table: Any = self.document
        for key in self.prefix:
            table = table.get(key, {})
        if not isinstance(table, dict):
            raise ConfigError(f"{self.path}: `{'.'.join(map(str, self.prefix))}` is no table")
        return table

    def error(self, location: Location, message: str) -> ConfigError:
        """Return the error *message* about what stands at *location* in the configuration."""
        line = self.line(location)
        return ConfigError(f"{self.path}:{line}: {message}" if line else f"{self.path}: {message}")

    def line(self, location: Location) -> int | None:
        """Return the line, from one, of what stands at *location* in the configuration."""
        from articlelint.config.lines import line_of  # noqa: PLC0415 - only for what is wrong

        return line_of(self.text, (*self.prefix, *location))


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
    _validate(file)
    extends = file.table.get("extends", [])
    for name in [extends] if isinstance(extends, str) else extends:
        target = profile(name) or path.parent / name
        if target.resolve() in (*above, path.resolve()):
            raise file.error(("extends",), f"`{name}` extends this file in turn")
        if not target.is_file():
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
    baseline = folder / table["baseline"] if "baseline" in table else base.baseline
    plugins = []
    for index, name in enumerate(table.get("plugins", ())):
        if not (folder / name).is_file():
            raise file.error(("plugins", index), f"there is no plugin file `{name}`")
        plugins.append(folder / name)
    return Settings(
        origin=file.path,
        sources=(*base.sources, file.path),
        layers=(*base.layers, _layer(file, table)),
        overrides=(*base.overrides, *overrides),
        exclude=(*base.exclude, Patterns(folder, globs)) if globs else base.exclude,
        plugins=tuple(dict.fromkeys((*base.plugins, *plugins))),
        site=_site(base.site, file),
        fail_on=Severity(table["fail-on"]) if "fail-on" in table else base.fail_on,
        output_format=table.get("output-format", base.output_format),
        jobs=table.get("jobs", base.jobs),
        baseline=baseline,
        online={**base.online, **table.get("online", {})},
    )


def _layer(file: ConfigFile, table: Mapping[str, Any], *at: str | int) -> Layer:
    front_matter = None
    if "front-matter" in table:
        from articlelint.config.front_matter import read  # noqa: PLC0415 - imports the schemas

        front_matter = read(file, table["front-matter"], (*at, "front-matter"))
    return Layer(
        select=tuple(table["select"]) if "select" in table else None,
        extend_select=tuple(table.get("extend-select", ())),
        ignore=tuple(table.get("ignore", ())),
        severity={name: Severity(value) for name, value in table.get("severity", {}).items()},
        options=table.get("rules", {}),
        front_matter=front_matter,
    )


def _site(base: SiteTable, file: ConfigFile) -> SiteTable:
    table: dict[str, object] = dict(file.table.get("site", {}))
    generator = table.pop("generator", None)
    root = table.pop("root", None)
    try:
        if isinstance(generator, str):
            by_name(generator)
        for key, value in table.items():
            override(SiteSettings(), {key: value})
    except ConfigError as error:
        key = "generator" if "generator" in str(error) else key
        raise file.error(("site", key), str(error)) from error
    folder = file.path.absolute().parent
    if isinstance(root, str) and not (folder / root).is_dir():
        raise file.error(("site", "root"), f"there is no folder `{root}`")
    own_root = folder / root if isinstance(root, str) else folder if generator else None
    return SiteTable(
        generator=generator if isinstance(generator, str) else base.generator,
        root=own_root or base.root,
        settings={**base.settings, **table},
    )


def _validate(file: ConfigFile) -> None:
    if is_plainly_fine(file.table):
        return
    from pydantic import ValidationError  # noqa: PLC0415 - 100 ms, for what may be wrong only

    from articlelint.config.model import ConfigModel  # noqa: PLC0415 - likewise

    try:
        ConfigModel.model_validate(file.table)
    except ValidationError as error:
        raise _explained(file, error) from error


def _explained(file: ConfigFile, error: ValidationError) -> ConfigError:
    from articlelint.config.model import (  # noqa: PLC0415 - for an error only
        ConfigModel,
        FieldTable,
        FrontMatterModel,
        OnlineModel,
        OverrideTable,
        SiteModel,
        Table,
    )

    first = error.errors()[0]
    location: Location = first["loc"]
    if first["type"] == "extra_forbidden":
        places: dict[str, type[Table]] = {
            "fields": FieldTable,
            "front-matter": FrontMatterModel,
            "online": OnlineModel,
            "overrides": OverrideTable,
            "site": SiteModel,
        }
        above = next((str(step) for step in reversed(location[:-1]) if step in places), "")
        model = places.get(above, ConfigModel)
        keys = [name.strip("_").replace("_", "-") for name in model.model_fields]
        where = f" in `{above}`" if above else ""
        return file.error(
            location, f"there is no key `{location[-1]}`{where}{_meant(location[-1], keys)}"
        )
    said = first["msg"].removeprefix("Input ").replace("should be", "must be")
    key = ".".join(str(part) for part in location if isinstance(part, str) and part != "list[str]")
    if first["type"] == "missing":
        return file.error(location[:-1], f"`{location[-1]}` is missing")
    return file.error(location, f"`{key}`: {said[:1].lower()}{said[1:]}")


def _meant(key: object, keys: Sequence[str]) -> str:
    """Return what to add to "there is no key": the nearest one, or all."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a key that is wrong

    near = get_close_matches(str(key).replace("_", "-"), keys, 1, 0.5)
    return f"; did you mean `{near[0]}`?" if near else f" (there are: {', '.join(keys)})"
