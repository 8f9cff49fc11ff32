"""``articlelint completion``: what a shell needs to complete commands, flags and rules."""

from __future__ import annotations

import os
from pathlib import PurePath

import click
from click.shell_completion import get_completion_class

from articlelint.errors import named

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_ARTICLELINT_COMPLETE"


@click.command(short_help="Print the script for completion in a shell.")
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
def command(shell: str | None) -> None:
    """Print the script that completes commands, flags and rules in SHELL (that of $SHELL).

    To use it: `eval "$(articlelint completion bash)"`, likewise for zsh, and
    `articlelint completion fish | source`.
    """
    name = shell or PurePath(os.environ.get("SHELL", "")).name
    kind = get_completion_class(name) if name in _SHELLS else None
    if kind is None:
        raise click.UsageError(f"name a shell: {named(_SHELLS)}")
    from articlelint.cli.program import program  # which imports this module

    if name == "zsh":  # whose start-up file need not have done so
        click.echo("(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }")
    click.echo(kind(program, {}, "articlelint", _VARIABLE).source())
