"""Eleventy: https://www.11ty.dev/docs/."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.eleventy import configuration
from articlelint.generators.generator import Generator
from articlelint.generators.paths import posix, resolve, rooted, unique, within, without_base
from articlelint.generators.reading import (
    Reader,
    folder,
    has_any,
    javascript_string,
    package_dependencies,
    without_comments,
)
from articlelint.generators.settings import Settings
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.options import FOOTNOTES, STRIKETHROUGH, TABLES
from articlelint.templates import TemplateSyntax
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.generators.id_style import IdStyle
    from articlelint.templates import TemplateTag
    from articlelint.templates.names import Names

_SOURCES = (".md", ".njk", ".liquid")
_TO_URL = "InputPathToUrlTransformPlugin"
_WRITTEN = frozenset(
    {".bib", ".csv", ".gpx", ".ics", ".kml", ".rtf", ".srt", ".tsv", ".vcf", ".vtt"}
)
"""Files of text, which a template may be the source of."""
_IMAGE_PLUGIN = regex(r"(?i:image)")


class Eleventy(Generator):
    """Eleventy reads its input folder and copies what ``addPassthroughCopy`` names."""

    name = "eleventy"
    title = "Eleventy"
    preview_ports = frozenset({"8080"})
    layout_key = "layout"
    stops_without_layout = True
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    tells_terms_apart = True
    bundles_images = True
    permalink_moves_images = True
    takes_date_from_name = True
    titles_are_html = True  # Liquid, the usual language of layouts, escapes nothing by itself
    blocks_take_text = True  # docs, "Paired Shortcodes"
    skips_byte_order_mark = True  # gray-matter, lib/to-file.js, stripBom
    end_closes_front_matter = True  # gray-matter, index.js, closeIndex
    markers = frozenset({*configuration.CONFIGURATIONS, "package.json"})
    template_syntax = TemplateSyntax.LIQUIDJS
    # Its footnote plugin is common.
    dialect = MarkdownIt(TABLES | STRIKETHROUGH | FOOTNOTES, indented_code=False)
    front_matter_formats = frozenset({Format.YAML, Format.JSON, Format.TOML})
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "updated": DateRole.UPDATED,
    }
    template_keys = frozenset({"permalink", "url", "eleventyComputed", "slug"})
    image_keys = ("image", "cover", "hero", "thumbnail", "heroImage", "ogImage", "featuredImage")

    def recognises(self, root: Path) -> bool:
        """Look for ``.eleventy.js``, ``eleventy.config.js`` or the npm package."""
        return has_any(
            configuration.CONFIGURATIONS, root
        ) or "@11ty/eleventy" in package_dependencies(root)

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``eleventy.config.js``: docs, "Configuration"."""
        from datetime import UTC

        from articlelint.generators.eleventy import addresses, copies, markdown, templates

        reader = Reader(root)
        name = configuration.file_name(reader)
        config = configuration.whole(reader, name) if name else ""
        source = folder(configuration.input_folder(reader, config), ".")
        syntax, html = templates.syntaxes(config, root)
        settings = Settings(
            time_zone=UTC,
            dialect=markdown.dialect(root, name),
            template_syntax=syntax,
            html_template_syntax=html,
            content=(source,),
            unread=tuple(configuration.unread(reader, config)),
            patterns=tuple(addresses.patterns(root, source, config)),
            # With an image plugin, or a transform of the site's own, Markdown leads to sources.
            static=(source,) if _IMAGE_PLUGIN.search(without_comments(config)) else (),
            mounts=copies.copies(config, source),
        ).with_base_url(None, javascript_string(config, "pathPrefix") or "/")
        return reader.with_problems(settings)

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Eleventy's way with dates."""
        from articlelint.generators.eleventy import dates

        return dates.Eleventy()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a template."""
        from articlelint.generators.eleventy import schema as eleventy

        return eleventy.Page

    def is_template(self, path: PurePath) -> bool:
        """Includes and layouts are parts of pages; data folders hold no pages."""
        return not {"_includes", "_layouts", "_data", "node_modules", "_site"}.isdisjoint(
            path.parts[:-1]
        )

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> TemplateSyntax:
        """Return what configuration and front matter say; LiquidJS where they say nothing."""
        from articlelint.generators.eleventy import templates

        is_html = path.suffix in {".html", ".htm"}
        usual = settings.html_template_syntax if is_html else settings.template_syntax
        return templates.override(
            (data or {}).get("templateEngineOverride"), usual or self.template_syntax
        )

    def template_names(self, root: Path) -> Names:
        """Return what the configuration and the data files have."""
        from articlelint.generators.eleventy import templates

        return templates.names(root, self.settings(root).content[0], _configuration(root))

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """``permalink: false`` writes no page; ``draft`` is a convention of starters."""
        return data.get("draft") is True or data.get("permalink") is False

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether paths, data and front matter tell, and it is known what the input is."""
        return ("", "") not in settings.patterns

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return what an address is made of, but the path."""
        return ("permalink", "eleventycomputed", "pagination")

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name a template, a plugin or a call that may make pages anywhere."""
        from articlelint.generators.eleventy import pages

        return pages.made(root, settings.content[0], _file(root)).unknown

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where templates of other languages make pages."""
        from articlelint.generators.eleventy import pages

        return pages.made(root, settings.content[0], _file(root)).below

    def made_pages(self, settings: Settings, root: Path) -> Collection[tuple[str, str]]:
        """Return those of templates of other languages that make one page each."""
        from articlelint.generators.eleventy import pages

        return pages.made(root, settings.content[0], _file(root)).pages

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Look into shortcodes of the configuration, and into what is included."""
        from articlelint.generators.eleventy import tag_ids

        return tag_ids.ids_of(tag, root)

    def folder_of(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return what stands before a template in ``permalink``, or where pagination is."""
        from articlelint.generators.eleventy import addresses

        return addresses.folder(posix(path), data, settings)

    def keeps_name(self, path: PurePath, data: Mapping[str, object], settings: Settings) -> bool:
        """Tell whether what stands at the end of ``permalink`` is the name of the file."""
        from articlelint.generators.eleventy import addresses

        return addresses.keeps_name(posix(path), data, settings)

    def permalink(
        self,
        path: PurePath,
        data: Mapping[str, object],
        settings: Settings,
    ) -> str | None:
        """Return what ``permalink``, of the front matter or of data, or the path gives."""
        from articlelint.generators.eleventy import addresses

        found = addresses.address(posix(path), data, settings)
        return None if found is None else settings.base_path + found

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return the way of ``markdown-it-anchor`` where the configuration says no other."""
        from articlelint.generators.eleventy import ids

        return ids.styles(root)

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Look into layouts and includes."""
        from articlelint.generators.eleventy import ids

        return ids.of_layouts(root)

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Resolve paths of sources as ``InputPathToUrlTransformPlugin`` does.

        They begin at the input folder, at the configuration's, or beside the page.
        """
        if not target.endswith(_SOURCES) or _TO_URL not in _configuration(root):
            return None
        source = root / settings.content[0]
        path = rooted(target)
        beside = () if target.startswith("/") else (resolve(article.parent, target),)
        return unique([resolve(source, path), resolve(root, path), *beside])

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look where passthrough copies come from; nothing where they are not all literals.

        The image plugin takes a relative URL from beside the article, ``/a.png`` from the
        input folder: docs, "Image".
        """
        from articlelint.generators.eleventy import addresses, copies, pages

        if root is None or not settings.mounts or copies.UNKNOWN in settings.mounts:
            return ()
        extension = posixpath.splitext(url_path)[1].lower()
        if extension in _WRITTEN and pages.writes(root, settings.content[0], extension):
            return ()
        if url_path.startswith("/"):
            found = [
                place
                for name in without_base(url_path, settings)
                for place in copies.sources(name, settings.mounts, root)
            ]
            found += [resolve(root / place, rooted(url_path)) for place in settings.static]
            return unique(found)
        relative = within(root, article)
        if relative is None:
            return ()
        found = [resolve((root / relative).parent, url_path)] if settings.static else []
        own = addresses.address(relative, {}, settings)
        if own is not None:  # front matter may say otherwise
            name = rooted(posixpath.join(posixpath.dirname(own), url_path))
            found += copies.sources(name, settings.mounts, root)
        return unique(found)


def _file(root: Path) -> str:
    """Return the text of the configuration, without the modules that it takes."""
    reader = Reader(root)
    name = configuration.file_name(reader)
    return reader.text(name) if name else ""


def _configuration(root: Path) -> str:
    reader = Reader(root)
    name = configuration.file_name(reader)
    return configuration.whole(reader, name) if name else ""
