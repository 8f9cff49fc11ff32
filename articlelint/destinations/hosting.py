"""Whether a site has its host for itself, as the configuration of its hosting service tells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.destinations.programs import publishes_itself
from articlelint.destinations.repository import up_to_repository
from articlelint.generators.reading import Reader, mapping, text
from articlelint.text.files import exists

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site

_OTHERS: Final = ("CNAME", ".asf.yaml", "static/CNAME", "public/CNAME", "docs/CNAME")
"""What other hosting services read: Netlify then may only show what a change would look like."""


def has_host_for_itself(site: Site) -> bool:
    """Tell whether nothing but *site* is published at its host.

    Netlify serves one site at a host, and what it fetches from elsewhere is written among the
    redirects: its documentation, "File-based configuration" and "Rewrites and proxies".
    """
    if site.root is None or site.settings.base_path != "/":
        return False
    return _is_alone(site.root)


@lru_cache(maxsize=64)
def _is_alone(root: Path) -> bool:
    folders = up_to_repository(root)
    if any(exists(folder / name) for folder in folders for name in _OTHERS):
        return False
    builds = (mapping(Reader(folder).toml("netlify.toml").get("build")) for folder in folders)
    return any(text(build.get("publish")) for build in builds) and not publishes_itself(root)
