"""Options that several commands share: which rules run, with which configuration."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from articlelint.api import load_config
from articlelint.cli import complete
from articlelint.config.spoken import speak
from articlelint.dataclass import dataclass
from articlelint.text.files import is_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from articlelint.config import Configs

_Function = TypeVar("_Function", bound="Callable[..., object]")


def names(
    context: click.Context,
    parameter: click.Parameter,
    value: Sequence[str],
) -> tuple[str, ...] | None:
    """Return the names given, several to a flag allowed; None where the flag is absent."""
    found = [name.strip() for each in value for name in each.split(",")]
    return tuple(name for name in found if name) if value else None


def instant(
    context: click.Context,
    parameter: click.Parameter,
    value: str | None,
) -> datetime:
    """Return the instant that *value* names, UTC where it has no offset."""
    if value is None:
        return datetime.now(UTC)
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            f"`{value}` is not a date; write 2024-05-01", context, parameter
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


_rules = partial(
    click.option, multiple=True, metavar="NAMES", callback=names, shell_complete=complete.selectors
)
_SETTINGS = (
    _rules(
        "--select",
        help="Use only these rules or families. (`links/*`: all rules of a family; "
        "`all`: every rule)",
    ),
    _rules("--ignore", help="Disable these rules or families."),
    _rules("--extend-select", help="Enable these rules or families too."),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Use this configuration file for every article.",
    ),
    click.option("--isolated", is_flag=True, help="Ignore configuration files and plugins."),
)


def settings_options(function: _Function) -> _Function:
    """Give a command the options that say which rules run, with which configuration."""
    for option in reversed(_SETTINGS):
        function = option(function)
    return function


_RECORDS = (
    click.option(
        "--table",
        "tables",
        multiple=True,
        metavar="FILE",
        help="Check the articles in this table: Parquet, JSON Lines, CSV or a feed.",
    ),
    click.option("--path-column", metavar="NAME", help="The column of the paths.  [default: path]"),
    click.option(
        "--text-column", metavar="NAME", help="The column of the texts.  [default: content]"
    ),
    click.option(
        "--front-matter-column",
        metavar="NAME",
        help="The column of the front matter, if it is separate.",
    ),
    click.option(
        "--body-column", metavar="NAME", help="The column of the texts without front matter."
    ),
    click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="The folder that the table's paths are relative to, with images and the like.",
    ),
    click.option(
        "--engine",
        type=click.Choice(["ray", "spark", "dask"]),
        help="Check a table or a store with this engine.",
    ),
)


_OF_FILES = {
    "--online": "online",
    "--stdin-filename": "stdin_filename",
    "--show-files": "show_files",
    "--show-settings": "show_settings",
}
"""Flags that are a matter of files, and what they are called inside."""


@dataclass(frozen=True)
class Records:
    """The flags for articles that are no files."""

    tables: tuple[str, ...]
    path_column: str | None
    text_column: str | None
    front_matter_column: str | None
    body_column: str | None
    root: Path | None
    engine: str | None
    urls: tuple[str, ...] = ()

    @classmethod
    def taken_from(cls, flags: dict[str, object], paths: Sequence[str]) -> Records:
        """Return the flags that are ours, taken out of *flags*, and those of *paths* that are."""
        own = {each.name: flags.pop(each.name) for each in fields(cls) if each.name in flags}
        return cls(**own, urls=tuple(each for each in paths if "://" in each))  # type: ignore[arg-type]

    def __bool__(self) -> bool:
        return bool(self.tables or self.urls)

    @property
    def name(self) -> str:
        """Return what is checked, in words."""
        return "--table" if self.tables else self.urls[0]

    def refuse(self, flags: Mapping[str, object], others: Mapping[str, object]) -> None:
        """Raise UsageError for flags that do not go together.

        *flags* are those of the command by their fields, *others* more by their names.
        """
        fixes = flags["fix"] or flags["fix_only"] or flags["diff"]
        of_files = {
            "a path": any(path not in self.urls for path in flags["paths"]),  # type: ignore[attr-defined]
            "--fix": fixes and (self.tables or self.engine),
            **{name: flags[field] for name, field in _OF_FILES.items()},
            **others,
        }
        other = next((name for name, is_given in of_files.items() if is_given), None)
        own = {
            "--path-column": self.path_column,
            "--text-column": self.text_column,
            "--front-matter-column": self.front_matter_column,
            "--body-column": self.body_column,
            "--root": self.root,
        }
        given = [name for name, value in own.items() if value is not None]
        if given and not self.tables:
            raise click.UsageError(f"{given[0]} needs --table")
        if self.engine and not self:
            raise click.UsageError("--engine needs a table or a store (--table, s3://...)")
        if self and other:
            raise click.UsageError(f"{self.name} cannot be used with {other}")
        if self.tables and self.urls:
            raise click.UsageError(f"--table cannot be used with {self.urls[0]}")
        if (self.front_matter_column is None) != (self.body_column is None):
            raise click.UsageError("--front-matter-column and --body-column must be given together")
        if self.body_column is not None and self.text_column is not None:
            raise click.UsageError("--text-column cannot be used with --body-column")


def records_options(function: _Function) -> _Function:
    """Give a command the options for articles that are no files."""
    for option in reversed(_RECORDS):
        function = option(function)
    return function


def configs(
    *,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    config: Path | None,
    isolated: bool,
    online: bool = False,
    read: bool = True,
) -> Configs:
    """Return the configuration that those options ask for; raises UsageError.

    That of the working directory is *read*, since it may name the language of what is said.
    """
    if isolated and config:
        raise click.UsageError("--isolated ignores what --config names")
    if config is not None and not is_file(config):
        raise click.UsageError(f"there is no configuration file `{config}`")
    found = load_config(
        config,
        select=select,
        extend_select=extend_select or (),
        ignore=ignore or (),
        isolated=isolated,
        online=online,
    )
    if read:
        speak(found.root)
    return found
