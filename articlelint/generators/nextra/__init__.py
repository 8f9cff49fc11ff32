"""Nextra, on Next.js: https://nextra.site/docs."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.next_site import (
    NextSite,
    address,
    configuration,
    routes,
    without_groups,
)
from articlelint.generators.reading import (
    Reader,
    javascript_string,
    package_dependencies,
    package_major,
    without_comments,
)
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.generators.settings import Settings
    from articlelint.templates.jsx import Compiler

_FOLDERS = ("content", "src/content", "app", "src/app", "pages", "src/pages")
_CATCH_ALL = regex(r"(?:src/)?app/(?P<route>.*?)\[{1,2}\.\.\.mdxPath\]{1,2}/page\.(?:jsx?|tsx?)")
_LANGUAGES = regex(r"(?<![\w.$])i18n\s*:")
_NO_STATIC_IMAGE = regex(r"(?<![\w.$])staticImage\s*:\s*false\b")
_DETECTING = 3
"""The first version that takes ``.md`` for Markdown."""


class Nextra(NextSite):
    """Nextra publishes ``content/``, and ``page.mdx`` of ``app/``; before version 4 ``pages/``."""

    name = "nextra"
    title = "Nextra"
    summaries_have_ids = True  # remark-headings.js

    def recognises(self, root: Path) -> bool:
        """Look for the npm package beside ``next.config``."""
        return "nextra" in package_dependencies(root)

    def content(self, root: Path) -> tuple[PurePosixPath, ...]:
        """Return those that are there."""
        found = tuple(PurePosixPath(name) for name in _FOLDERS if (root / name).is_dir())
        return found or (PurePosixPath("content"),)

    def settings(self, root: Path) -> Settings:
        """Add where ``content/`` is published."""
        from dataclasses import replace

        settings = super().settings(root)
        config = configuration(Reader(root))
        return replace(settings, patterns=_content_routes(root, config))

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.nextra import schema as nextra

        return nextra.Page

    def mdx_compiler(
        self,
        path: PurePath,
        data: Mapping[str, object] | None,
        settings: Settings,
        root: Path | None,
    ) -> Compiler | None:
        """Return it from the second version on, which has MDX 2."""
        major = package_major(root, "nextra") if root is not None else None
        return None if major == 1 else settings.mdx

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether it is no page by its name."""
        return path.name.startswith("_")

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none."""
        return ()

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path: docs, "File conventions"."""
        relative = PurePosixPath(path.as_posix())
        if "[" in str(relative):
            return None
        parts = relative.parts[1:] if relative.parts[:1] == ("src",) else relative.parts
        inner = PurePosixPath(*parts[1:]).with_suffix("") if parts[1:] else PurePosixPath()
        match parts[:1]:
            case ("app",):
                is_page = inner.name == "page"
                return address(without_groups(str(inner)[:-4]), settings) if is_page else None
            case ("pages",):
                return address(_without_index(inner), settings)
            case ("content",):
                route = next(
                    (route for name, route in settings.patterns if name == "content"), None
                )
                if route is None:
                    return None
                return address(f"{route}/{_without_index(inner)}".strip("/"), settings)
            case _:
                return None

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return that of content with its route, and the others."""
        return (*settings.patterns, *((str(each), "") for each in settings.content))

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where programs make pages."""
        names = [name for name in tree(root) or () if _CATCH_ALL.fullmatch(name) is None]
        return tuple(route or "index" for route in routes(names))

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Tell what may have an address anywhere."""
        config = configuration(Reader(root))
        if not config:
            return "the configuration cannot be read"
        if _LANGUAGES.search(without_comments(config)):
            return "the site has several languages"
        names = tree(root)
        if names is None:
            return "the site has too many files"
        mine = [name for name in names if "[" in name and _CATCH_ALL.fullmatch(name) is None]
        return "a page at the root may have any address" if "" in routes(mine) else ""

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return Nextra's own way, unless plugins may change it."""
        config = without_comments(configuration(Reader(root)))
        major = package_major(root, "nextra")
        if "remarkPlugins" in config or "rehypePlugins" in config or major == 1:
            return ANY_STYLE
        return (IdStyle.NEXTRA,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, unless images are not imported."""
        found = super().asset_candidates(url_path, article, settings, root)
        if root is not None and not url_path.startswith("/"):
            config = without_comments(configuration(Reader(root)))
            return () if _NO_STATIC_IMAGE.search(config) else found
        return found


def _without_index(inner: PurePosixPath) -> str:
    name = str(inner)
    return "" if name == "index" else name.removesuffix("/index")


def _content_routes(root: Path, config: str) -> tuple[tuple[str, str], ...]:
    """Return the folder ``content`` with its route; nothing where that is not known."""
    found = [match for name in tree(root) or () if (match := _CATCH_ALL.fullmatch(name))]
    if len(found) != 1 or "[" in found[0]["route"]:
        return ()
    base = javascript_string(config, "contentDirBasePath")
    route = without_groups(found[0]["route"]) if base is None else base.strip("/")
    return (("content", route),)
