"""``articlelint check --watch``: the same check again whenever something changes.

Each run is a process of its own, so that nothing that was read before is taken for what is there
now: articles, settings, plugins, images.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.cli.output import is_terminal, print_lines
from articlelint.errors import ArticlelintError
from articlelint.language import said
from articlelint.text.files import exists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.config import Configs
    from articlelint.runner.discovery import Discovery

FLAG = "--watch"
_CLEAR = "\x1b[2J\x1b[H"
_DEBOUNCE = 200
"""Milliseconds in which changes are taken together."""


def watch(arguments: Sequence[str], places: Iterable[Path], written: Iterable[Path]) -> int:
    """Run the command *arguments*, then again after each change in *places*, until interrupted.

    Changes of the files *written* by the command itself do not count. Raises ArticlelintError
    where the library for it is missing, KeyboardInterrupt at the end.
    """
    try:
        import watchfiles  # an extra
    except ImportError as error:
        raise ArticlelintError(
            f'{FLAG} needs watchfiles, which is not installed: pip install "articlelint[watch]"'
        ) from error
    own = watchfiles.DefaultFilter(ignore_paths=[str(path.absolute()) for path in written])
    is_due = True
    # The first look is one at nothing: from then on nothing is missed, not even during a run.
    for changes in watchfiles.watch(
        *places,
        watch_filter=own,
        debounce=_DEBOUNCE,
        rust_timeout=_DEBOUNCE,
        yield_on_timeout=True,
    ):
        if changes and is_terminal(sys.stdout):
            print_lines([_CLEAR], sys.stdout)
        if is_due or changes:
            _run(arguments)
        is_due = False
    return 0


def _run(arguments: Sequence[str]) -> None:
    command = [sys.executable, "-P", "-m", "articlelint", *(a for a in arguments if a != FLAG)]
    subprocess.run(command, check=False)  # noqa: S603 - ourselves
    print_lines([said("Watching for changes; Ctrl+C ends")], sys.stderr)


def places_of(paths: Sequence[str], discovery: Discovery, configs: Configs) -> list[Path]:
    """Return the files and folders that the findings in *paths* hang on.

    These are the paths themselves and the articles found, the settings of articlelint and of
    the generators, plugins, and the folders of articles and of static files of their sites.
    """
    found = [Path(path) for path in paths]
    found += discovery.files
    sites = {configs.of(path).site_for(path) for path in discovery.files}
    for config in configs.loaded:
        found += (*config.settings.sources, *config.settings.plugins)
    for site in sites:
        if site.root is not None:
            folders = (*site.settings.static, *site.settings.content)
            found += (site.root / name for name in (*site.generator.markers, *map(str, folders)))
    return list(_outermost(path.absolute() for path in found if exists(path)))


def _outermost(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each of *paths* that lies in no other one."""
    last: Path | None = None
    for path in sorted(set(paths)):
        if last is None or not path.is_relative_to(last):
            last = path
            yield path
