"""Astro: https://docs.astro.build/."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.astro.addresses import has_starlight, languages_of
from articlelint.generators.astro.collections import loaded, typed_dates
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import resolve, unique, within, without_base
from articlelint.generators.reading import (
    Reader,
    folder,
    has_any,
    javascript_list,
    javascript_string,
    package_dependencies,
    package_major,
    without_comments,
)
from articlelint.generators.settings import Settings
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.markdown.url_library import BareUrls
from articlelint.templates.jsx import Compiler
from articlelint.templates.names import Names
from articlelint.text.files import exists, is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader

_CONFIGURATIONS = tuple(
    f"astro.config.{extension}" for extension in ("mjs", "js", "ts", "mts", "cjs")
)
_AS_GITHUB = 6
_NO_GFM = regex(r"\bgfm\s*:\s*false\b")
_PLUGINS = regex(r"\b(?:remark|rehype)Plugins\b|\bsrcDir\b|headingIdsCompat|headingIdCompat")
_MATH = regex(r"math|katex", 2)  # IGNORECASE
# What an article exports: docs, "@astrojs/mdx".
_VARIABLES = frozenset({"Content", "components", "file", "frontmatter", "getHeadings", "url"})


class Astro(Generator):
    """Astro reads ``src/content`` and ``src/pages``; ``public/`` is copied as it is."""

    name = "astro"
    title = "Astro"
    preview_ports = frozenset({"4321", "3000"})
    skips_byte_order_mark = True  # @astrojs/internal-helpers, frontmatter.ts; gray-matter before
    other_sources = frozenset({".mdoc"})  # @astrojs/markdoc
    layout_key = "layout"
    stops_without_layout = True
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    skips_blank_lines = True  # @astrojs/markdown-remark 6, frontmatter.ts
    front_matter_images_are_relative = True
    link_components: ClassVar[Mapping[str, tuple[str, str]]] = {
        "LinkCard": ("href", "@astrojs/starlight/components"),
        "LinkButton": ("href", "@astrojs/starlight/components"),
    }
    markers = frozenset({*_CONFIGURATIONS, "package.json"})
    # remark with GFM.
    dialect = CommonMark(GFM_OPTIONS | FOOTNOTES)
    bare_urls = BareUrls.GFM
    front_matter_formats = frozenset({Format.YAML, Format.TOML})
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "pubDate": DateRole.PUBLISHED,
        "date": DateRole.PUBLISHED,
        "publishDate": DateRole.PUBLISHED,
        "pubDatetime": DateRole.PUBLISHED,
        "published": DateRole.PUBLISHED,
        "updatedDate": DateRole.UPDATED,
        "modDatetime": DateRole.UPDATED,
        "updated": DateRole.UPDATED,
        "lastUpdated": DateRole.UPDATED,
    }
    image_keys = (
        "heroImage",
        "image",
        "image.src",
        "image.url",
        "cover",
        "coverImage",
        "ogImage",
        "thumbnail",
        "banner",
        "hero.image.file",
    )

    def recognises(self, root: Path) -> bool:
        """Look for ``astro.config.mjs`` or the npm package with Astro's source folders."""
        return has_any(_CONFIGURATIONS, root) or (
            "astro" in package_dependencies(root)
            and has_any(("src/content", "src/pages", "src/content.config.ts"), root)
        )

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``astro.config.mjs``: docs, "Configuration Reference"."""
        from datetime import UTC

        reader = Reader(root)
        config = _configuration(reader)
        source = folder(javascript_string(config, "srcDir"), "src")
        settings = Settings(
            time_zone=UTC,
            patterns=(("src/content/docs", ""),) if has_starlight(root, config) else (),
            content=(source / "content", source / "pages", source, *loaded(reader, source)),
            typed_dates=typed_dates(reader, source),
            static=(folder(javascript_string(config, "publicDir"), "public"),),
            language=javascript_string(config, "defaultLocale"),
            languages=javascript_list(config, "locales") or languages_of(config),
            mdx=Compiler(math=_MATH.search(config) is not None, variables=_VARIABLES),
            bare_urls=_NO_GFM.search(without_comments(config)) is None,
        ).with_base_url(javascript_string(config, "site"), javascript_string(config, "base") or "/")
        return reader.with_problems(settings)

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Astro's way with dates."""
        from articlelint.generators.astro import dates

        return dates.Astro()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page of Starlight, or of any other."""
        from articlelint.generators.astro import schema as astro

        return astro.Document if is_documentation(path) else astro.Page

    def template_names(self, root: Path) -> Names:
        """Return the components that articles need not import."""
        from articlelint.generators.astro.components import components

        return Names(tags=components(root, _configuration(Reader(root))))

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: files of ``src/pages``, and Starlight's, tell their addresses."""
        return True

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path of a page, or of a document of Starlight; collections are unknown."""
        from articlelint.generators.astro import addresses

        docs = ("src/content/docs", "") in settings.patterns
        found = addresses.address(PurePosixPath(path.as_posix()), data, docs=docs)
        return None if found is None else f"{settings.base_path}{found}/".replace("//", "/")

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return the only key."""
        return ("slug",)

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name an integration, or a page at the root, that may have any address."""
        from articlelint.generators.astro import addresses

        return addresses.unknown(root, _configuration(Reader(root)))

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return that of pages, and that of Starlight's documents, which stand for translations."""
        docs = "src/content/docs"
        own = f"{docs}/{settings.language}" if settings.language in settings.languages else docs
        return (
            ("src/pages", ""),
            (docs, ""),
            *((own, language.lower()) for language in settings.languages),
        )

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where pages of collections and redirects are."""
        from articlelint.generators.astro import addresses

        return tuple(addresses.made(root, _configuration(Reader(root)), settings.languages))

    def also_at(
        self, urls: Collection[str], settings: Settings, root: Path
    ) -> Iterator[tuple[str, str]]:
        """Yield where Starlight falls back on the documents in the language of the site."""
        from articlelint.generators.astro import addresses

        return addresses.untranslated(urls, settings.base_path, _configuration(Reader(root)))

    def layout_ids(self, root: Path) -> Collection[str]:
        """Return what Starlight gives every title, so that links lead to it."""
        return ("_top",)

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Look which of Starlight's they are, and into the site's own."""
        from articlelint.generators.astro import component_ids

        return component_ids.may_make_ids(names, PurePosixPath(path.as_posix()), root)

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return Astro's way, unless plugins may change it; since version 6 it is GitHub's."""
        if _PLUGINS.search(without_comments(_configuration(Reader(root)))):
            return ANY_STYLE
        major = package_major(root, "astro")
        if major is None:
            return IdStyle.ASTRO, IdStyle.GITHUB
        return (IdStyle.ASTRO if major < _AS_GITHUB else IdStyle.GITHUB,)

    def layout_candidates(
        self, name: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Return what the layout of a page is, which Astro imports; collections have none."""
        is_page = PurePosixPath(path.as_posix()).is_relative_to(settings.content[1])
        return self.module_candidates(name, path, settings, root) if is_page else ()

    def module_candidates(
        self, target: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Resolve the aliases of ``tsconfig.json``, too."""
        from articlelint.generators import modules

        found = super().module_candidates(target, path, settings, root)
        return found or modules.by_paths(target, root)

    def is_template(self, path: PurePath) -> bool:
        """Files and folders of ``src`` that start with an underscore are left out."""
        if path.parts[:1] in {("node_modules",), ("dist",), (".astro",)}:
            return True
        return path.parts[:1] == ("src",) and any(part.startswith("_") for part in path.parts[1:])

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return ``owl.mdx`` for ``owl.md``: a plugin that takes the one off takes both off."""
        stem, dot, extension = target.rpartition(".")
        other = {"md": "mdx", "mdx": "md"}.get(extension)
        if not dot or other is None or not target.startswith("."):
            return None
        named, twin = (resolve(article.parent, f"{stem}.{each}") for each in (extension, other))
        return (twin,) if is_file(twin) and not exists(named) else None

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in ``public`` for ``/a.png``, beside the article for others; aliases are unknown.

        Docs, "Images in Markdown files".
        """
        if root is None or url_path.startswith(("~", "@", "#")):
            return ()
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            found = [resolve(root / place, name) for name in names for place in settings.static]
            # The root of the project serves a front matter's image().
            return unique(
                [*found, *(resolve(root, name) for name in names[:1] if "src/" in name[:4])]
            )
        relative = within(root, article)
        if relative is None or _leaves_images(root):
            return ()  # to older ones it is an address, seen from the page
        return (resolve((root / relative).parent, url_path),)


@lru_cache(maxsize=64)
def _leaves_images(root: Path) -> bool:
    """Tell whether what Markdown shows is not imported: docs, "Upgrade to Astro v3"."""
    major = package_major(root, "astro")
    return major is not None and major < 3


def _configuration(reader: Reader) -> str:
    return next((text for name in _CONFIGURATIONS if (text := reader.text(name))), "")


def is_documentation(path: PurePath) -> bool:
    """Tell whether the article at *path* belongs to Starlight's collection ``docs``."""
    parts = PurePosixPath(path.as_posix()).parts
    return parts[:3] == ("src", "content", "docs")
