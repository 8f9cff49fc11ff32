"""Fumadocs, mostly on Next.js: https://www.fumadocs.dev/docs."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.next_site import CONFIGURATIONS, NextSite, address, routes
from articlelint.generators.reading import Reader, package_dependencies, without_comments
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path, PurePath

    from articlelint.generators.settings import Settings

_SOURCES = tuple(f"source.config.{each}" for each in ("ts", "mts", "js", "mjs"))
_PACKAGES = frozenset({"fumadocs-core", "fumadocs-mdx", "fumadocs-ui"})
_FOLDER = regex(r"""\bdir\s*:\s*["']([\w./-]+)["']""")
_PLUGINS = regex(r"\b(?:remark|rehype)\w*(?:Plugins|Options)\b|remarkHeading")


class Fumadocs(NextSite):
    """Fumadocs publishes the files of its collections, at addresses that a program chooses."""

    name = "fumadocs"
    title = "Fumadocs"
    markers = frozenset({*_SOURCES, *CONFIGURATIONS})

    def recognises(self, root: Path) -> bool:
        """Look for the npm packages beside the configuration file."""
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

    def settings(self, root: Path) -> Settings:
        """Add where the documents are published."""
        from dataclasses import replace

        from articlelint.generators.fumadocs import source

        return replace(super().settings(root), patterns=source.routes(root, _sources(root)))

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether it is known below which path the documents are published."""
        return bool(settings.patterns) and super().knows_addresses(settings)

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none."""
        return ()

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path, without groups: ``source/plugins/slugs.ts``."""
        from articlelint.generators.fumadocs import source

        route = source.route(PurePosixPath(path.as_posix()), settings.patterns)
        return None if route is None else address(route, settings)

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return that of the documents with its route."""
        return settings.patterns

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where programs make pages; the documents' own is none of them."""
        from articlelint.generators.fumadocs import source

        return tuple(route or "index" for route in routes(source.others(root, settings.patterns)))

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Tell what may have an address anywhere."""
        from articlelint.generators.fumadocs import source

        return source.unknown(root, settings.patterns)

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
