"""Options that several commands share: which rules run, with which configuration."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from articlelint.api import load_config
from articlelint.cli import complete

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
            f"`{value}` is no date; write 2024-05-01", context, parameter
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


_rules = partial(
    click.option, multiple=True, metavar="NAMES", callback=names, shell_complete=complete.selectors
)
_SETTINGS = (
    _rules("--select", help="Only these rules or families (`links/*` or `all`: every one)."),
    _rules("--ignore", help="Leave these rules or families out."),
    _rules("--extend-select", help="These rules or families besides."),
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


def configs(
    *,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    config: Path | None,
    isolated: bool,
    online: bool = False,
) -> Configs:
    """Return the configuration that those options ask for; raises UsageError."""
    if isolated and config:
        raise click.UsageError("--isolated ignores what --config names")
    if config is not None and not config.is_file():
        raise click.UsageError(f"there is no configuration file `{config}`")
    return load_config(
        config,
        select=select,
        extend_select=extend_select or (),
        ignore=ignore or (),
        isolated=isolated,
        online=online,
    )
