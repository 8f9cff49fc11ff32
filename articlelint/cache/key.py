"""What a run is, for a cache: the programs, the configuration, the flags."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from articlelint.cache.places import Stat
from articlelint.config.beside import NAME
from articlelint.config.places import FILE_NAMES
from articlelint.plugins import entry_points
from articlelint.text.digest import digest
from articlelint.text.files import read_bytes
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from articlelint.config import Configs
    from articlelint.report.places import Detail
    from articlelint.site import Site

_PACKAGES: Final = ("articlelint", "articlelint_rules")
_INSTALLED: Final = "site-packages"
_GROUPS: Final = tuple(f"articlelint.{each}" for each in ("rules", "generators"))


def program_key(
    configs: Configs, details: Detail, base: str, files: Mapping[str, Stat]
) -> bytes | None:
    """Return what stands for the program, what it was told, and all configuration below *base*.

    None where a plugin may change unseen. *details* are what is reported of findings, *files* are
    those below *base*. No configuration is read for it.
    """
    if _changes_unseen(configs):
        return None
    configured = [path for path in files if path.rpartition("/")[2] in {*FILE_NAMES, NAME}]
    return digest(
        repr((__version__, sys.version, sys.platform, time.tzname, os.environ.get("TZ"))).encode(),
        repr([Stat.of(os.stat(each)) for each in _code()]).encode(),
        repr(_distributions(tuple(sys.path))).encode(),
        repr((os.getcwd(), details.value, vars(configs.flags))).encode(),
        repr((configs.explicit, configs.isolated, configs.package)).encode(),
        *(part for path in sorted(configured) for part in _file(base, path)),
    )


def run_key(program: bytes, configs: Configs, base: str, files: Mapping[str, Stat]) -> bytes | None:
    """Return what stands for a run of *program* with *configs*, which are loaded.

    None where its results cannot be kept: what is outside of *base* may change unseen,
    configuration and plugins that lie there, too. *files* are those below *base*.
    """
    settings = [config.settings for config in configs.loaded]
    named = [each for one in settings for each in (*one.sources, *one.plugins)]
    inside = os.path.join(base, "")
    outside = [each for each in named if not os.path.abspath(each).startswith(inside)]
    if not all(map(_is_ours, outside)):
        return None
    has_own = any(one.plugins for one in settings)
    plugins = [path for path in files if has_own and path.endswith(".py")]
    return digest(program, *(part for path in sorted(plugins) for part in _file(base, path)))


def _file(base: str, path: str) -> Iterator[bytes]:
    yield path.encode("utf-8", "surrogateescape")
    try:
        yield read_bytes(os.path.join(base, path))
    except OSError as error:
        yield str(error).encode()


def has_plugins(configs: Configs) -> bool:
    """Tell whether there are rules of plugins, which may look at anything."""
    return any(config.registry.has_plugins for config in configs.loaded)


def facts_are_kept(configs: Configs) -> bool:
    """Tell whether an article's facts hang on nothing but it, its site and our own rules."""
    layers = [
        layer
        for config in configs.loaded
        for layer in (*config.settings.layers, *(each.layer for each in config.settings.overrides))
    ]
    has_schema = any(layer.front_matter is not None for layer in layers)  # a file of its own
    has_schema = has_schema or any(config.has_beside for config in configs.loaded)
    return not has_schema and not has_plugins(configs)


def site_key(site: Site) -> bytes:
    """Return what stands for a site and its settings; nothing where that is not certain."""
    try:
        return digest(
            repr((_plain(site.root), site.generator.name, _plain(site.settings))).encode()
        )
    except ValueError:
        return b""


def _plain(value: object) -> object:
    """Return a value of which equal ones, in whatever process, have the same ``repr``."""
    if value is None or isinstance(value, str | bytes | int | float | Enum):
        return value
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, tuple | list):
        return [type(value).__name__, *map(_plain, value)]
    if isinstance(value, frozenset | set):
        return ["set", *sorted(map(repr, map(_plain, value)))]
    if isinstance(value, dict):
        return ["dict", *sorted(repr((_plain(key), _plain(each))) for key, each in value.items())]
    if is_dataclass(value) and not isinstance(value, type):
        return [
            type(value).__qualname__,
            *(_plain(getattr(value, each.name)) for each in fields(value)),
        ]
    text = repr(value)
    if " at 0x" in text:
        raise ValueError(text)
    return text


def _is_ours(path: Path) -> bool:
    """Tell whether *path* is a profile, which comes with articlelint."""
    return path.is_relative_to(Path(__file__).parent.parent)


@lru_cache(maxsize=1)
def _code() -> tuple[str, ...]:
    """Return the files that tell whether the program is the same."""
    found: list[str] = []
    for name in _PACKAGES:
        spec = find_spec(name)
        if spec is None or not spec.origin:
            continue
        place = os.path.dirname(spec.origin)
        if _INSTALLED in place:  # replaced as a whole
            found.append(os.path.join(place, "__init__.py"))
            continue
        for folder, _, names in os.walk(place):
            found += [
                os.path.join(folder, each) for each in names if each.endswith((".py", ".toml"))
            ]
    return tuple(found)


@lru_cache
def _distributions(places: Iterable[str]) -> list[str]:
    """Return the names, with versions, of all that is installed."""
    found: list[str] = []
    for place in places:
        try:
            found += [each for each in os.listdir(place or ".") if each.endswith("-info")]
        except OSError:
            continue
    return sorted(found)


def _changes_unseen(configs: Configs) -> bool:
    """Tell whether a plugin is not installed for good, but in a folder where it is worked on."""
    points = [point for group in _GROUPS for point in entry_points(group)]
    if configs.isolated or not points:
        return False
    specs = [find_spec(point.module.partition(".")[0]) for point in points]
    return any(spec is None or _INSTALLED not in (spec.origin or "") for spec in specs)
