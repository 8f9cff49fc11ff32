"""The help: each option says what it does, and is called alike in all commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from articlelint.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands(
    command: click.Command = program, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    name = command.name or "articlelint"
    # With the settings of the program: a command keeps the option --help that it makes first.
    context = click.Context(command, parent, info_name=name, **command.context_settings)
    yield context.command_path, command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, context)


OPTIONS = [
    pytest.param(option, id=f"{path} {max(option.opts, key=len)}")
    for path, command, context in commands()
    for option in command.get_params(context)
    if isinstance(option, click.Option) and not option.hidden
]


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_says_what_it_does(option: click.Option) -> None:
    assert option.help
    assert option.help[0].isupper()
    assert "--format" not in option.opts  # it is --output-format everywhere


def test_there_are_options() -> None:
    assert len(OPTIONS) > 80
