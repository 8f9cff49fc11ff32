"""A configuration file: its text, its content, and the line of whatever is wrong with it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from articlelint.config.places import PYPROJECT, TABLE
from articlelint.errors import ConfigError
from articlelint.text.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Location = tuple[str | int, ...]


class ConfigFile:
    """One configuration file's text and content; raises ConfigError where it has neither."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = read_bytes(path).decode("utf-8-sig")
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
            raise ConfigError(f"{self.path}: `{'.'.join(map(str, self.prefix))}` is not a table")
        return table

    def error(self, location: Location, message: str) -> ConfigError:
        """Return the error *message* about what stands at *location* in the configuration."""
        line = self.line(location)
        return ConfigError(f"{self.path}:{line}: {message}" if line else f"{self.path}: {message}")

    def line(self, location: Location) -> int | None:
        """Return the line, from one, of what stands at *location* in the configuration."""
        from articlelint.config.lines import line_of

        return line_of(self.text, (*self.prefix, *location))
