"""A configuration as text: made where it was validated, read wherever records are checked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.cache.codec import UnknownValueError, dumps, loads
from articlelint.errors import ConfigError, PluginError
from articlelint.named_tuple import NamedTuple
from articlelint.records.detached import Detached, detached
from articlelint.runner.job import Job
from articlelint.version import __version__

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from articlelint.config import Configs
    from articlelint.records.detached import Portable
    from articlelint.sources.record import Columns


class Shipped(NamedTuple):
    """What a worker is told: by which version, the configuration, the day, the columns, the rules.

    *known* names every rule there is, those of installed plugins included.
    """

    version: str
    given: Portable
    now: datetime
    columns: Columns
    known: tuple[str, ...]


def shipped(configs: Configs, now: datetime, *, root: Path | None, columns: Columns) -> str:
    """Return the configuration of the working directory as text, found valid.

    Raises ConfigError, also where it names a plugin by its file: elsewhere is no such file; and
    PluginError.
    """
    made = detached(configs, root)
    plugins = made.given.settings.plugins
    if plugins:
        said = "only plugins that are installed as packages are found there"
        raise ConfigError(f"the plugin file `{plugins[0]}` cannot be sent to workers; {said}")
    try:
        return dumps(Shipped(__version__, made.given, now, columns, made.root.registry.names))
    except UnknownValueError as error:
        raise ConfigError(f"the configuration cannot be sent to workers: {error}") from error


@lru_cache(maxsize=8)
def received(text: str) -> tuple[Job, Columns]:
    """Return what *text* says; once for all batches of a process.

    Raises ConfigError where it was made by another version, PluginError where there it had other
    rules.
    """
    try:
        told = loads(text)
    except UnknownValueError as error:
        raise ConfigError(f"this is not a configuration of articlelint: {error}") from error
    if not isinstance(told, Shipped):
        raise ConfigError("this is not a configuration of articlelint")
    if told.version != __version__:
        raise ConfigError(
            f"the configuration is of articlelint {told.version}, this process has {__version__}"
        )
    configs = Detached(told.given)
    here = configs.root.registry.names
    differing = sorted(set(told.known).symmetric_difference(here))
    if differing:
        place = "here" if differing[0] in here else "where the configuration was made"
        raise PluginError(
            f"the rule `{differing[0]}` is only known {place}: a plugin is not installed everywhere"
        )
    return Job(configs, told.now, write=False), told.columns
