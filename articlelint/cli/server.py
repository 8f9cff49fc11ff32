"""``articlelint server``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from articlelint.cli.options import configs, settings_options
from articlelint.errors import ArticlelintError

if TYPE_CHECKING:
    from pathlib import Path

_NEEDED = ("attrs", "cattrs", "lsprotocol", "pygls")


@click.command(short_help="Check articles in an editor, while they are written.")
@settings_options
@click.option(
    "--stdio",
    is_flag=True,
    expose_value=False,
    help="For editors that pass it: the server always uses standard input and output.",
)
def command(
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    config: Path | None,
    *,
    isolated: bool,
) -> int:
    """Speak the Language Server Protocol over standard input and output.

    Your editor starts it; docs/editors.md shows how to set it up.
    """
    found = configs(
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        config=config,
        isolated=isolated,
        read=False,  # what is wrong with it the editor is told, and told again when it is right
    )
    try:
        from articlelint.server.server import serve  # an extra
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _NEEDED:
            raise
        raise ArticlelintError(
            f'the server needs {package}, which is not installed: pip install "articlelint[server]"'
        ) from error
    return serve(found)
