"""``articlelint clean``."""

from __future__ import annotations

from pathlib import Path

import click

from articlelint.cli.output import print_lines
from articlelint.runner.ground import place_of


@click.command(short_help="Delete the cache.")
@click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="ARTICLELINT_CACHE_DIR",
    metavar="DIR",
    help="The cache to delete.  [default: .articlelint_cache in the repository]",
)
def command(cache_dir: Path | None) -> None:
    """Delete what earlier runs kept in the cache; the next run makes it anew."""
    import sys

    from articlelint.cache.store import Store

    place = place_of(cache_dir, click.echo)
    if place is not None and Store(place.folder).is_elsewhere():
        raise click.UsageError(f"{place.folder} is a symbolic link, and not deleted")
    if place is not None:
        (place.folder / "online.json").unlink(missing_ok=True)  # answers of the network
    if place is not None and Store(place.folder).delete():
        print_lines([f"Deleted {place.folder}"], sys.stderr)
    else:
        print_lines(["There is no cache"], sys.stderr)
