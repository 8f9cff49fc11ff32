"""What a shell may put in place of an unfinished word, where click cannot know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.config import Configs
from articlelint.errors import ArticlelintError
from articlelint.linting.registry import ALL

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from articlelint.linting.registry import Registry


def rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the families and rules whose names begin with *incomplete*."""
    registry = _registry()
    names = (*registry.families, *registry.names) if registry else ()
    return [name for name in names if name.startswith(incomplete)]


def selectors(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules and families that the last of some names, with commas, may become."""
    before, comma, last = incomplete.rpartition(",")
    registry = _registry()
    names = (ALL, *registry.families, *registry.names) if registry else ()
    return [f"{before}{comma}{name}" for name in names if name.startswith(last)]


def paths(
    context: click.Context,
    parameter: click.Parameter,
    incomplete: str,
) -> list[CompletionItem]:
    """Leave it to the shell, which knows its files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _registry() -> Registry | None:
    try:
        return Configs().root.registry
    except ArticlelintError:  # a broken configuration is no matter of the next key pressed
        return None
