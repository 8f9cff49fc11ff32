"""What a shell may put in place of an unfinished word, where click cannot know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.errors import ArticlelintError
from articlelint.linting.registry import ALL, Registry

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


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
    """Return the rules that are installed: a key runs no plugin of a configuration."""
    try:
        return Registry()
    except ArticlelintError:  # a broken plugin is no matter of the next key pressed
        return None
