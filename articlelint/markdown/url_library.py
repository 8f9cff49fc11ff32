"""The libraries that find bare URLs, each in its own way; see ``bare_urls``."""

from __future__ import annotations

from enum import StrEnum


class BareUrls(StrEnum):
    """The library that finds bare URLs.

    GFM: micromark and remark-gfm, which do what GitHub does. MARKED: marked, as
    hexo-renderer-marked sets it up. GOLDMARK: goldmark's extension ``linkify``, as Hugo sets it
    up. LINKIFY: linkify-it, which markdown-it asks.
    """

    GFM = "gfm"
    MARKED = "marked"
    GOLDMARK = "goldmark"
    LINKIFY = "linkify-it"
