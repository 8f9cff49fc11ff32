"""``articlelint clean``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from articlelint.cache.store import Store
from articlelint.cli.caching import cache_dir_option, cache_place
from articlelint.cli.output import print_lines
from articlelint.language import said
from articlelint.reporters.style import visible

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Delete the cache.")
@cache_dir_option
def command(cache_dir: Path | None) -> None:
    """Delete the results of earlier runs; the next run fills the cache again."""
    place = cache_place(cache_dir)
    store = None if place is None else Store(place.folder)
    if place is None or store is None:
        print_lines([said("There is no cache")], sys.stderr)
        return
    if store.is_elsewhere():
        raise click.UsageError(f"{place.folder} is a symbolic link, and was not deleted")
    if cache_dir is None:
        (place.folder / "online.json").unlink(missing_ok=True)  # answers of the network
    done = f"Deleted the cache in {place.folder}" if store.delete() else "There is no cache"
    print_lines([visible(said(done))], sys.stderr)
