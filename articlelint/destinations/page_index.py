"""At which addresses the articles of a site are published, as far as that is certain."""

from __future__ import annotations

import os
import posixpath
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from articlelint.article import SYNTAXES
from articlelint.destinations.addresses import UnknownAddress, addresses
from articlelint.destinations.files import is_copied
from articlelint.destinations.kept_elsewhere import is_ignored
from articlelint.destinations.pages import Page, Pages, folded
from articlelint.destinations.programs import are_named, is_named, keeps_others
from articlelint.destinations.redirects import redirects_of
from articlelint.generators.paths import DATE_PREFIX
from articlelint.generators.tree import PAGES, logical_name, tree

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from articlelint.site import Site

_ASSUMED: Final = "the site's own configuration was not found"
_UNKNOWN: Final = "the site is published beside others"
_ENDINGS: Final = (".md", "/index.md", ".mdx")
_ARTICLES: Final = tuple(SYNTAXES)


def pages_of(site: Site) -> Pages | None:
    """Return the pages of *site*; None if too little is known of them, or there are too many."""
    if site.root is None or not site.generator.knows_addresses(site.settings):
        return None
    return _pages_of(site)


@lru_cache(maxsize=16)
def _pages_of(site: Site) -> Pages | None:
    assert site.root is not None  # noqa: S101 - by its only caller
    everything = tree(site.root)
    if everything is None:
        return None
    root = os.path.join(site.root, "")  # noqa: PTH118 - with the separator at its end
    by_url: dict[str, Page] = {}
    own: dict[str, str] = {}
    uncertain: set[str] = set()
    unknown = ""
    below = list(site.generator.made_folders(site.settings, site.root))
    for name in everything:
        is_content = site.holds(name)
        urls: Sequence[str] = ()
        if is_content and name.lower().endswith(_ARTICLES):
            try:
                urls = addresses(name, site)
            except UnknownAddress as error:
                if error.below is None:
                    unknown = f"the address of `{name}` is not known"
                else:
                    below.append(error.below)
        for url in urls:
            by_url.setdefault(folded(url), Page(url, f"{root}{name}"))
        if urls:
            own[urls[0]] = f"{root}{name}"
        else:
            if site.generator.addresses_from_titles and is_content and name.lower().endswith(PAGES):
                return None
            called = logical_name(name)
            uncertain |= {called, DATE_PREFIX.sub("", called)}
            if not is_copied(name):  # `about.pug` may be made into a page as well
                uncertain.add(called.partition(".")[0])
    base = site.settings.base_path
    made = site.generator.made_pages(site.settings, site.root)
    single = {folded(base + path): Page(base + path, f"{root}{name}") for path, name in made}
    return Pages(
        _with_further(single | by_url, own, site),
        frozenset(uncertain),
        unknown
        or _ASSUMED * site.settings.is_assumed
        or site.generator.unknown_addresses(site.settings, site.root)
        or _UNKNOWN * keeps_others(site.root),
        tuple(
            f"{path}/" if (path := folded(f"{base}{each}")) else ""
            for each in below
            if each.strip("/") != "index"  # the page at the root, and nothing below it
        ),
        redirects_of(site),
        partial(_is_ignored, site.root, site.generator.page_folders(site.settings)),
    )


def _with_further(pages: dict[str, Page], own: Mapping[str, str], site: Site) -> Mapping[str, Page]:
    """Return *pages* and, after them, the further URLs that show one of them.

    *own* maps the URL path that each article has to its file.
    """
    assert site.root is not None  # noqa: S101 - by its only caller
    for url, source in site.generator.also_at(own, site.settings, site.root):
        pages.setdefault(folded(url), Page(url, own[source]))
    return pages


def _is_ignored(
    root: Path,
    folders: Collection[tuple[str, str]],
    path: str,
    by_its_name: bool,  # noqa: FBT001 - the rest is filled in
) -> bool:
    below = [
        f"{folder}/{path[len(route) :]}"
        for folder, route in folders
        if not route or f"{path}/".startswith(f"{route}/")
    ]
    if any(is_ignored(f"{name}{ending}", root) for name in below for ending in _ENDINGS):
        return True
    if by_its_name:
        last = path.rpartition("/")[2]
        return any(is_named(root, f"{last}{ending}") for ending in ("", *_ENDINGS))
    if "/" not in path:
        return False
    endings = ("", *_ENDINGS)
    return are_named(root, [posixpath.normpath(f"{at}{each}") for at in below for each in endings])
