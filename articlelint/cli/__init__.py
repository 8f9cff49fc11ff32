"""The command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run articlelint with *arguments* (those of the process by default); return the exit code."""
    import gc
    import sys

    gc.disable()  # what is imported and configured lives to the end; looking at it takes 10 ms
    from articlelint.cli.program import end_where_unheard, program

    if arguments is None:
        sys.unraisablehook = end_where_unheard
    try:
        program.main(args=None if arguments is None else list(arguments), prog_name="articlelint")
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
        if arguments is None and code:
            _end_if_cut_off(code)
        return code
    finally:
        gc.enable()
        if arguments is None:
            gc.freeze()  # the process ends, and would look at everything once more: 30 ms
    return 0


def _end_if_cut_off(code: int) -> None:
    """End an interrupted or terminated process at once.

    What libraries do at its end stumbles over workers that are gone.
    """
    import os
    import sys
    from contextlib import suppress

    from articlelint.report.report import EXIT_INTERRUPTED, EXIT_TERMINATED

    if code not in {EXIT_INTERRUPTED, EXIT_TERMINATED}:
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed, or nobody reads it any more
            stream.flush()
    os._exit(code)
