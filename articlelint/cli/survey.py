"""What ``articlelint init`` finds out about a folder: its sites, and whose files lie in them."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.generators import GENERIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articlelint.config import Configs
    from articlelint.site import Site

_OTHERS = frozenset({"_site", "third_party", "vendor"})
"""Folders that hold what others wrote, or what a generator made, in any repository."""
_MADE = _OTHERS | {"build", "dist", "output", "public", "themes"}
"""The same where a generator has folders of its own for articles."""


@dataclass(frozen=True)
class FoundSite:
    """A site in the working directory, or one that it lies in.

    *place* is the root seen from there, "" where that is no folder below. *evidence* are the
    files and folders that gave the generator away. *foreign* are folders of articles that
    somebody else wrote or a generator made; *outside* counts the articles that do not lie where
    the generator looks, by their first folder or name. Both are seen from the working directory.
    """

    site: Site
    place: str
    articles: int
    evidence: tuple[str, ...]
    foreign: tuple[str, ...]
    outside: tuple[tuple[str, int], ...]

    @property
    def is_recognised(self) -> bool:
        """Tell whether a generator was recognised."""
        return self.site.generator != GENERIC

    @property
    def content(self) -> tuple[str, ...]:
        """Return the folders of articles, seen from the root; none where that is one."""
        return tuple(f"{each}/" for each in self.site.settings.content if str(each) != ".")


def survey(files: Iterable[Path], configs: Configs) -> list[FoundSite]:
    """Return the sites of *files*, those with most articles first."""
    sites: dict[tuple[Path | None, str], tuple[Site, list[Path]]] = {}
    for path in files:
        site = configs.of(path).site_for(path)
        sites.setdefault((site.root, site.generator.name), (site, []))[1].append(path)
    found = [_found(site, group) for site, group in sites.values()]
    return sorted(found, key=lambda each: (-each.articles, each.place))


def _found(site: Site, files: Sequence[Path]) -> FoundSite:
    root = site.root or Path.cwd()
    place = os.path.relpath(root)
    evidence = sorted(
        (name for name in site.generator.markers if (root / name).exists()),
        key=lambda name: ((root / name).is_dir(), name),
    )
    folders = [each for each in site.settings.content if str(each) != "."]
    foreign: set[str] = set()
    outside: Counter[str] = Counter()
    for path in files:
        inner = site.relative(path)
        top = os.path.relpath(root / inner.parts[0])
        if top.startswith(".") or any(inner.is_relative_to(folder) for folder in folders):
            continue
        shown = Path(top).as_posix()
        if len(inner.parts) > 1 and inner.parts[0] in (_MADE if folders else _OTHERS):
            foreign.add(f"{shown}/")
        elif folders:
            outside[f"{shown}/" if len(inner.parts) > 1 else shown] += 1
    return FoundSite(
        site,
        "" if place.startswith(".") else Path(place).as_posix(),
        len(files),
        tuple(evidence),
        tuple(sorted(foreign)),
        tuple(sorted(outside.items(), key=lambda each: (-each[1], each[0]))),
    )
