"""The command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run articlelint with *arguments* (those of the process by default); return the exit code."""
    import gc

    gc.disable()  # what is imported and configured lives to the end; looking at it takes 10 ms
    from articlelint.cli.program import program

    try:
        program.main(args=None if arguments is None else list(arguments), prog_name="articlelint")
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 1
    finally:
        gc.enable()
        if arguments is None:
            gc.freeze()  # the process ends, and would look at everything once more: 30 ms
    return 0
