"""The URL paths of this site that links lead to."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePath

    from articlelint.article.links import Link
    from articlelint.site import Site


def page_url(link: Link, path: PurePath, data: Mapping[str, object], site: Site) -> str | None:
    """Return the URL path that *link* leads to, in the article at *path* with that front matter.

    None if it does not lead to a page of this site, or if that cannot be known.
    """
    local = site.local_path(link.url)
    if not local:
        return None
    base = site.settings.base_path
    generator = site.generator
    puts = generator.puts_base_before_links and link.html is None
    if puts and generator.keeps_base_of_links and local.startswith(base):
        puts = False
    if link.based or (puts and local.startswith("/") and "//" not in link.url):
        return base.rstrip("/") + local
    if not local.startswith("/"):
        if link.html is None and site.root and generator.resolves_links(site.root):
            from_root = generator.links_from_root and not local.startswith(".")
            return f"{base}{local}" if from_root else None
        by_file = generator.links_by_file and link.html is None
        own = site.permalink(path, {} if by_file else data)
        if own is None or site.sets_base:
            return None
        folder = generator.link_folder(own, path)
        if not site.settings.base_url and _leaves_root(folder, local, base):
            return None  # what surrounds the site is not known
        local = posixpath.normpath(posixpath.join(folder, local)) + "/" * local.endswith("/")
    return local if local.startswith(base) else None


def _leaves_root(folder: str, target: str, base: str) -> bool:
    """Tell whether a relative link leads above the root of the site, which *base* is."""
    if not target.startswith("../"):
        return False
    depth = folder.removeprefix(base).strip("/").count("/") + (folder.strip("/") != base.strip("/"))
    return posixpath.normpath(target).split("/").count("..") > depth
