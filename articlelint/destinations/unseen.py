"""What of a site cannot be seen, and why: rules that depend on it report nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.article import Article
from articlelint.destinations.anchors import id_styles
from articlelint.destinations.kept_elsewhere import is_kept_elsewhere
from articlelint.destinations.page_index import pages_of
from articlelint.generators import GENERIC

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.markdown.dialect import Dialect
    from articlelint.site import Site


def unseen(path: Path, site: Site) -> Iterator[tuple[str, str]]:
    """Yield what is not known for the article at *path*, and why, in words for its author."""
    dialect = Article("", path, site=site).dialect
    if site.generator == GENERIC:
        yield "the generator", "no known one is recognised or named"
        return
    yield from _of_markdown(dialect, site.generator.title)
    yield from _of_files(site)
    yield from _of_addresses(site, site.generator.title)


def _of_markdown(dialect: Dialect, title: str) -> Iterator[tuple[str, str]]:
    if not dialect.is_known:
        names = ", ".join(f"`{each}`" for each in dialect.unknown_constructs)
        if names:
            yield "Markdown", f"{title} reads it with {names}, which articlelint does not know"
        else:
            yield "Markdown", f"{title} reads it in a way that articlelint does not know"
    elif dialect.has_unknown_constructs:
        names = ", ".join(f"`{each}`" for each in dialect.unknown_constructs)
        yield "Markdown", f"{names or 'an extension, a plugin or a hook'} may change it"
    elif dialect.has_unknown_definitions:
        yield "link definitions", "some may be outside of the article"


def _of_files(site: Site) -> Iterator[tuple[str, str]]:
    for folder in site.settings.static:
        if site.root is not None and is_kept_elsewhere([site.root / folder / "a.png"], site.root):
            yield (
                "images and other files",
                f"they may be in `{folder}`, which is not in the repository",
            )


def _of_addresses(site: Site, title: str) -> Iterator[tuple[str, str]]:
    styles = id_styles(site)
    if not styles:
        yield "ids of headings", f"articlelint does not know how {title} makes them"
    elif len(styles) > 1:
        yield "ids of headings", "there are several ways in which the site may make them"
    pages = pages_of(site)
    if pages is None:
        yield "addresses of pages", f"articlelint does not know those of {title}"
        return
    if pages.unknown:
        yield "addresses of pages", pages.unknown
    if pages.redirects is None:
        yield "redirects", "a file of the host may send any address elsewhere"
