"""Where results are kept: the option that `check` and `clean` share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from articlelint.cli.output import print_lines
from articlelint.language import said
from articlelint.reporters.style import visible

if TYPE_CHECKING:
    from articlelint.runner.ground import Place

cache_dir_option = click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="ARTICLELINT_CACHE_DIR",
    metavar="DIR",
    help="The folder of the cache.  [default: .articlelint_cache in the repository]",
)


def cache_place(cache_dir: Path | None, *, quiet: bool = False) -> Place | None:
    """Return where results are kept; None outside of a repository. Unless *quiet*, it warns."""
    import sys

    from articlelint.runner.ground import place_of

    def warn(text: str) -> None:
        if not quiet:
            print_lines([visible(said(f"Warning: {text}"))], sys.stderr)

    return place_of(cache_dir, warn)
