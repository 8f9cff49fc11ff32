"""What a shell may put in place of an unfinished word, where click cannot know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.config import Configs
from articlelint.errors import ArticlelintError
from articlelint.registry import ALL

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 - as click calls it
    """Return the names of rules that begin with *incomplete*."""
    return [name for name in _names() if name.startswith(incomplete)]


def selectors(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 - as click calls it
    """Return the rules and families that the last of some names, with commas, may become."""
    before, comma, last = incomplete.rpartition(",")
    names = _names()
    families = sorted({name.partition("/")[0] for name in names})
    found = [name for name in (ALL, *families, *names) if name.startswith(last)]
    return [f"{before}{comma}{name}" for name in found]


def paths(
    context: click.Context,  # noqa: ARG001 - as click calls it
    parameter: click.Parameter,  # noqa: ARG001 - likewise
    incomplete: str,
) -> list[CompletionItem]:
    """Leave it to the shell, which knows its files."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - for a shell that asks only

    return [CompletionItem(incomplete, type="file")]


def _names() -> tuple[str, ...]:
    try:
        return Configs().root.registry.names
    except ArticlelintError:  # a broken configuration is no matter of the next key pressed
        return ()
