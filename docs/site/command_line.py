"""The page about the command line, made from the commands themselves."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click

from articlelint.cli.program import program
from articlelint.cli.sections import Sectioned

if TYPE_CHECKING:
    from collections.abc import Iterator


def command_line() -> str:
    """Return the page: every command with its arguments and options."""
    context = click.Context(program, info_name="articlelint", **program.context_settings)
    lines = [
        "# Command line",
        "",
        "The help of every command (`articlelint COMMAND --help`) on one page.",
        "",
    ]
    for name in program.list_commands(context):
        if (command := program.get_command(context, name)) is not None:
            lines += _section(command, f"articlelint {name}", context, 2)
    return "\n".join(lines)


def _section(command: click.Command, name: str, parent: click.Context, level: int) -> Iterator[str]:
    context = click.Context(command, parent, info_name=name, **command.context_settings)
    usage = " ".join((name, *command.collect_usage_pieces(context)))
    yield from ("#" * level + f" {name}", "", "```text", usage, "```", "")
    yield from (inspect.cleandoc(command.help or ""), "")
    if isinstance(command, Sectioned):
        for title, options in command.sections(context):
            yield from ("#" * (level + 1) + f" {title}", "", *_table(options, context))
    else:
        params = command.get_params(context)
        yield from _table([each for each in params if isinstance(each, click.Option)], context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            if (inner := command.get_command(context, each)) is not None:
                yield from _section(inner, f"{name} {each}", context, level + 1)


def _table(options: list[click.Option], context: click.Context) -> Iterator[str]:
    rows = [row for each in options if (row := each.get_help_record(context))]
    if rows:
        yield from ("| option | |", "| --- | --- |")
        yield from (f"| `{_code(flags)}` | {_cell(said)} |" for flags, said in rows)
        yield ""


def _code(text: str) -> str:
    return " ".join(text.split())  # in Python-Markdown's tables, a pipe in code is no border


def _cell(text: str) -> str:
    return _code(text).replace("|", "\\|").replace("<", "&lt;").replace("[", "\\[")
