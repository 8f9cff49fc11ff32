"""The group of commands: ``check`` where none is named, and what every error becomes."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import click

from articlelint.cli.output import color_option
from articlelint.errors import ArticlelintError
from articlelint.language import FLAG, LANGUAGES, choose, is_english, said
from articlelint.report.report import (
    EXIT_CLEAN,
    EXIT_INTERNAL,
    EXIT_INTERRUPTED,
    EXIT_TERMINATED,
    EXIT_USAGE,
)
from articlelint.text.files import exists
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

    _Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None

ARGUMENTS = "articlelint.arguments"
"""Where the context has the arguments of the program, the command first."""

_SAID = ("interrupted", "terminated")
_CODES = (EXIT_INTERRUPTED, EXIT_TERMINATED)

_COMMANDS = {
    "check": "articlelint.cli.check",
    "init": "articlelint.cli.init",
    "rule": "articlelint.cli.rule",
    "rules": "articlelint.cli.rules",
    "config": "articlelint.cli.config",
    "schema": "articlelint.cli.schema",
    "clean": "articlelint.cli.clean",
    "server": "articlelint.cli.server",
    "completion": "articlelint.cli.completion",
}
"""The module of each command, which has it under the name ``command``."""


_MEANT = {
    "explain": "rule",
    "fix": "check --fix",
    "format": "check --fix",
    "lint": "check",
    "lsp": "server",
    "run": "check",
}
"""What other programs call a command."""


def _near(name: str) -> str | None:
    """Return the command that is spelt much like *name*, or does what it says, or None."""
    if name in _MEANT:
        return _MEANT[name]
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, _COMMANDS, 1)), None)


_OF_ALL = ("--color", FLAG)


def _without_common(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Return *arguments* without the options of all commands at their beginning, and these."""
    end = 0
    while end < len(arguments) and arguments[end].partition("=")[0] in _OF_ALL:
        end += 1 if "=" in arguments[end] else 2
    return arguments[end:], arguments[:end]


def _as_path(argument: str) -> str:
    """Return *argument* as a path where it is the name of an article here, and no flag."""
    if not Path(argument).suffix or not os.path.lexists(argument):
        return argument
    from articlelint.article import SYNTAXES

    return f".{os.sep}{argument}" if Path(argument).suffix.lower() in SYNTAXES else argument


class Program(click.Group):
    """Commands that are imported when they are used; without one, ``check`` is meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command called *cmd_name*."""
        module = _COMMANDS.get(cmd_name)
        command: click.Command | None = import_module(module).command if module else None
        if command is not None:
            _speaks(command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``check`` before arguments that begin with a path or one of its options.

        An article that is called like a flag is an article: hooks pass whatever is there.
        """
        args = [_as_path(each) if each.startswith("-") else each for each in args]
        args, common = _without_common(args)
        if args and args[0] not in {*_COMMANDS, "--help", "-h", "--version", "-V"}:
            if not exists(Path(args[0])) and not ctx.resilient_parsing and (near := _near(args[0])):
                raise click.UsageError(
                    f"There is no command or path `{args[0]}`; did you mean `{near}`?", ctx
                )
            args = ["check", *args]
        if common and (args or not ctx.resilient_parsing):
            first, *others = args or ["--help"]
            args = [first, *common, *others]
        ctx.meta[ARGUMENTS] = tuple(args)
        return super().parse_args(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - as click has it
        **extra: Any,
    ) -> Any:
        """Run the command; always ends in SystemExit with one of the exit codes."""
        del standalone_mode
        _prepare_streams()
        before = _catch_termination()
        try:
            choose(sys.argv[1:] if args is None else args)
            _speaks(self)
            result = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            code = result if isinstance(result, int) else EXIT_CLEAN
            sys.stdout.flush()
        except click.ClickException as error:
            _show(error)
            code = EXIT_USAGE
        except ArticlelintError as error:
            from articlelint.reporters.style import visible

            for line in f"articlelint: {said(str(error))}".split("\n"):  # it may quote anybody
                click.echo(visible(line), err=True)
            code = EXIT_USAGE
        except (KeyboardInterrupt, click.Abort) as error:
            is_terminated = isinstance(error.__cause__ or error, _Terminated)
            click.echo(f"articlelint: {said(_SAID[is_terminated])}", err=True)
            code = _CODES[is_terminated]
        except BrokenPipeError:  # whoever read the output has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = EXIT_CLEAN
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a defect of ours
            from articlelint.cli.crash import describe

            click.echo(describe(error), err=True)
            code = EXIT_INTERNAL
        finally:
            if before is not None:
                signal.signal(signal.SIGTERM, before)
        sys.exit(code)


def _speaks(command: click.Command) -> None:
    """Give *command* the options of all, and a help in the language that is used.

    The language was read before; see ``articlelint.language.choose``.
    """
    if is_english():
        command.context_class = click.Context
    else:
        from articlelint.cli.translated_help import Context

        command.context_class = Context
    if all(parameter.name != "language" for parameter in command.params):
        command.params += _options_of_all()
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _speaks(each)


def _options_of_all() -> Iterator[click.Option]:
    """Yield the options that every command has."""
    yield click.Option(
        ["--color"],
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        expose_value=False,
        is_eager=True,
        callback=color_option,
        help="When to use colour.  [default: on a terminal; see NO_COLOR, FORCE_COLOR]",
    )
    yield click.Option(
        [FLAG],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help="The language of messages.  [default: the machine's, if it is supported]",
    )


def _show(error: click.ClickException) -> None:
    """Print what is wrong with the arguments."""
    if is_english():
        error.show()
        return
    from io import StringIO

    shown = StringIO()
    error.show(shown)
    for line in shown.getvalue().splitlines():
        click.echo(said(line), err=True)


class _Terminated(KeyboardInterrupt):
    """SIGTERM: ends as the interrupt key does, with its own exit code."""


def _catch_termination() -> _Handler:
    """Let SIGTERM end a run in order; return what it did before, None where it stays so."""
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        return None
    process = os.getpid()

    def terminate(number: int, _frame: FrameType | None) -> NoReturn:
        if os.getpid() != process:  # a worker that has hardly begun
            os._exit(EXIT_TERMINATED)
        signal.signal(number, signal.SIG_DFL)  # a second one ends it at once
        raise _Terminated

    try:
        return signal.signal(signal.SIGTERM, terminate)
    except ValueError:  # not in the main thread
        return None


def end_where_unheard(lost: sys.UnraisableHookArgs) -> None:
    """End the process when an interrupt is raised where Python can only report it.

    That is in finalizers and callbacks of the collector; the run would go on.
    """
    if not isinstance(lost.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    from articlelint.text.files import discard_unfinished

    discard_unfinished()
    is_terminated = isinstance(lost.exc_value, _Terminated)
    os.write(2, f"articlelint: {_SAID[is_terminated]}\n".encode())
    os._exit(_CODES[is_terminated])


def _prepare_streams() -> None:
    """Keep characters that the terminal's encoding lacks from ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@click.group(
    "articlelint",
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, `check` runs: `articlelint content/`.",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def program() -> None:
    """Find and fix what is wrong in article files before they are published."""
