"""What a site's configuration says, whatever generator it is for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.role import DateRole
    from articlelint.markdown.dialect import Dialect


class Mount(NamedTuple):
    """A file or folder of the site that is published at a URL path of its own choosing.

    *source* is relative to the root; *target* relative to the site's base URL, or, for
    Hugo's module mounts, to the component folder that *kind* names ("static", "assets",
    "content"). *language* is set where a mount serves one language alone.
    """

    source: PurePosixPath
    target: PurePosixPath
    kind: str = "static"
    language: str | None = None


@dataclass(frozen=True)
class Settings:
    """What the generator's configuration says, defaults of the generator filled in.

    Folders are relative to the site's root. *time_zone* is None where the generator takes
    the machine's; *future* (are articles with a future date published?) is None where the
    generator has no such notion. *base_path* starts and ends with a slash. *bare_urls* tells
    whether the Markdown parser makes links of bare URLs. *image_keys* are
    keys of front matter that hold images, beside those that the generator has;
    *filled_keys* are keys that the generator fills in where an article lacks them. *date_roles*
    are further keys that it is told to read dates from. *dialect* is how Markdown is read where
    the configuration names another parser, or options of it, than the generator has by default.
    """

    time_zone: tzinfo | None = None
    future: bool | None = None
    base_url: str | None = None
    base_path: str = "/"
    content: tuple[PurePosixPath, ...] = (PurePosixPath(),)
    static: tuple[PurePosixPath, ...] = ()
    mounts: tuple[Mount, ...] = ()
    permalink: str | None = None
    ugly_urls: bool = False
    post_asset_folder: bool = False
    raw_html: bool = True
    bare_urls: bool = False
    language: str | None = None
    languages: tuple[str, ...] = ()
    taxonomies: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    data_suffixes: tuple[str, ...] = ()
    image_keys: tuple[str, ...] = ()
    filled_keys: tuple[str, ...] = ()
    date_roles: tuple[tuple[str, DateRole], ...] = ()
    dialect: Dialect | None = None
    problems: tuple[str, ...] = ()

    def with_base_url(self, url: str | None, path: str | None = None) -> Settings:
        """Return the settings with another base URL; its path is *path* or the URL's own."""
        if path is None:
            try:
                path = urlsplit(url or "").path
            except ValueError:  # an unclosed "[" of an IPv6 address
                return replace(self, problems=(*self.problems, f"`{url}` is not a URL"))
        return replace(self, base_url=url or None, base_path=_base_path(path))


def _base_path(path: str) -> str:
    inner = path.strip("/")
    return f"/{inner}/" if inner else "/"
