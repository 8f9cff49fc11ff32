"""Fumadocs, mostly on Next.js: https://www.fumadocs.dev/docs."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.next_site import CONFIGURATIONS, NextSite
from articlelint.generators.reading import Reader, package_dependencies, without_comments
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

    from articlelint.generators.settings import Settings

_SOURCES = tuple(f"source.config.{each}" for each in ("ts", "mts", "js", "mjs"))
_PACKAGES = frozenset({"fumadocs-core", "fumadocs-mdx", "fumadocs-ui"})
_FOLDER = regex(r"""\bdir\s*:\s*["']([\w./-]+)["']""")
_PLUGINS = regex(r"\b(?:remark|rehype)\w*(?:Plugins|Options)\b|remarkHeading")


class Fumadocs(NextSite):
    """Fumadocs publishes what its collections hold, wherever a program says."""

    name = "fumadocs"
    title = "Fumadocs"
    markers = frozenset({*_SOURCES, *CONFIGURATIONS})

    def recognises(self, root: Path) -> bool:
        """Look for the npm packages beside the configuration."""
        return not _PACKAGES.isdisjoint(package_dependencies(root))

    def content(self, root: Path) -> tuple[PurePosixPath, ...]:
        """Return the folders of the collections: docs, "Collections"; ``content/`` in any case."""
        named = _FOLDER.findall(without_comments(_sources(root)))
        found = tuple(PurePosixPath(name) for name in named if not name.startswith(".."))
        return tuple(dict.fromkeys((*found, PurePosixPath("content"))))

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.fumadocs import schema as fumadocs

        return fumadocs.Page

    def knows_addresses(self, settings: Settings) -> bool:
        """Return False: a program says below which path a collection is published."""
        return False

    def rewrites_source_links(self, settings: Settings, root: Path) -> bool:
        """Return True: ``createRelativeLink`` may."""
        return True

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Return False: nothing is left out by itself."""
        return False

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return the way of ``remarkHeading``, unless plugins may change it."""
        changes = _PLUGINS.search(without_comments(_sources(root)))
        return ANY_STYLE if changes else (IdStyle.FUMADOCS,)


def _sources(root: Path) -> str:
    reader = Reader(root)
    return next((text for name in _SOURCES if (text := reader.text(name))), "")
