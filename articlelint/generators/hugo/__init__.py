"""Hugo: https://gohugo.io/documentation/."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.generator import Generator
from articlelint.generators.hugo import assets, markdown
from articlelint.generators.hugo.configuration import OWN, SHARED, configuration, lower, table
from articlelint.generators.hugo.version import pinned
from articlelint.generators.paths import posix
from articlelint.generators.reading import Reader, folder, has_any, mapping, text, texts
from articlelint.generators.settings import Mount, Settings
from articlelint.markdown.url_library import BareUrls
from articlelint.templates import TemplateSyntax
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.generators.claim import Claim
    from articlelint.generators.id_style import IdStyle
    from articlelint.markdown.dialect import Dialect
    from articlelint.templates import TemplateTag
    from articlelint.templates.names import Names

_HUGO_ONLY = regex(
    r"""^[ \t]*["']?(?:baseURL|languageCode|defaultContentLanguage|buildDrafts|buildFuture"""
    r"""|contentDir|canonifyURLs|paginate|enableGitInfo|disableKinds|pygments\w+)["']?[ \t]*[:=]""",
    re.MULTILINE | re.IGNORECASE,
)
_HOOKS = Mount(PurePosixPath(), PurePosixPath(), "hooks")
"""Render hooks may look up the URLs of images and links."""
_HOSTS = Mount(PurePosixPath(), PurePosixPath(), "hosts")
"""Languages have hosts of their own."""
_PERMALINKS = Mount(PurePosixPath(), PurePosixPath(), "permalinks")
"""Languages have permalinks of their own."""
_IN_FOLDER = Mount(PurePosixPath(), PurePosixPath(), "subdir")
"""The default language has a folder like all others."""
_IMAGE_KEYS = (
    "image",
    "images",
    "cover",
    "cover.image",
    "thumbnail",
    "featured_image",
    "featuredImage",
    "featureimage",
    "banner",
    "header.image",
    "hero",
    "resources.src",
)


class Hugo(Generator):
    """Hugo reads ``content/``; images come from ``static/``, ``assets/`` and page bundles."""

    name = "hugo"
    title = "Hugo"
    preview_ports = frozenset({"1313"})
    reads_commented_front_matter = True  # parser/pageparser/pagelexer_intro.go
    lowers_folders = True  # common/paths/pathparser.go, normalizePath
    copies_html = True  # hugofs/files/classifier.go, isHTMLContent
    skips_blank_lines = True  # parser/pageparser/pagelexer_intro.go, lexIntroSection
    skips_byte_order_mark = True  # likewise
    text_may_follow_fence = True  # the same file, lexFrontMatterSection
    front_matter_images_are_relative = True
    image_tags = frozenset({"figure"})
    takes_date_from_name = True
    joins_slugs = True  # helpers/url.go, URLize
    trims_slugs = True  # hugolib/page__meta.go, "Don't start or end with a -"
    markers = frozenset({*OWN, *SHARED, "config", "archetypes"})
    template_syntax = TemplateSyntax.HUGO
    only_content_is_run = True
    dialect = markdown.DEFAULT
    bare_urls = BareUrls.GOLDMARK
    front_matter_formats = frozenset({Format.YAML, Format.TOML, Format.JSON})
    ignores_key_case = True
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "lastmod": DateRole.UPDATED,
        "modified": DateRole.UPDATED,
        "publishDate": DateRole.SCHEDULED,
        "pubdate": DateRole.SCHEDULED,
        "published": DateRole.SCHEDULED,
        "expiryDate": DateRole.EXPIRES,
        "unpublishdate": DateRole.EXPIRES,
    }
    drops_blank_terms = True  # 0.168 makes no page of an empty one
    may_be_empty = frozenset(date_roles)  # resources/page/pagemeta/page_frontmatter.go
    # Keys of one's own belong below ``params``: docs, "Front matter".
    image_keys = (*_IMAGE_KEYS, *(f"params.{key}" for key in _IMAGE_KEYS))
    tag_keys = ("tags", "categories")
    title_keys = ("title", "linkTitle")

    def recognises(self, root: Path) -> bool:
        """Look for ``hugo.toml``, a ``config.toml`` with keys of Hugo, or its folders."""
        if has_any(OWN, root):
            return True
        default = root / "config" / "_default"
        if default.is_dir() and any(default.glob("*.*")):
            return has_any((*OWN, *SHARED), default) or has_any(("content", "layouts"), root)
        reader = Reader(root)
        if has_any(("content", "layouts", "archetypes", "themes"), root) and any(
            _HUGO_ONLY.search(reader.text(name)) for name in SHARED
        ):
            return True
        # Nobody else has a folder of archetypes, but themes have one too.
        return (root / "archetypes").is_dir() and (root / "content").is_dir()

    def settings(self, root: Path) -> Settings:
        """Read ``hugo.toml`` or ``config.toml``, and ``config/_default/``.

        Defaults: docs, "All settings".
        """
        from articlelint.generators.hugo import hooks

        reader = Reader(root)
        config = configuration(root, reader)
        version = pinned(reader, table(config, "module", "hugoversion").get("min"))
        languages = table(config, "languages")
        content = [folder(config.get("contentdir"), "content")]
        of_language = [
            Mount(folder(own, "content"), PurePosixPath(), "content", name)
            for name, each in languages.items()
            if (own := text(lower(each).get("contentdir")))
        ]
        content += [mount.source for mount in of_language]
        themes = texts(config.get("theme"))
        theme_folder = folder(config.get("themesdir"), "themes")
        static = [folder(name, "static") for name in texts(config.get("staticdir"))]
        for number in range(11):  # staticDir0 ... staticDir10: docs, "staticDir"
            static += [folder(name, "static") for name in texts(config.get(f"staticdir{number}"))]
        static = static or [PurePosixPath("static")]
        static += [theme_folder / theme / "static" for theme in themes]
        permalinks = table(config, "permalinks")
        mounts = (*_mounts(config, folder(config.get("assetdir"), "assets")), *of_language)
        if config.get("defaultcontentlanguageinsubdir") is True:
            mounts = (*mounts, _IN_FOLDER)
        content += [mount.source for mount in mounts if mount.kind == "content"]
        if hooks.may_have_hooks(config, root):
            mounts = (*mounts, _HOOKS)
        if any("baseurl" in lower(each) for each in languages.values()):
            mounts = (*mounts, _HOSTS)
        if any("permalinks" in lower(each) for each in languages.values()):
            mounts = (*mounts, _PERMALINKS)
        renderer = table(config, "markup", "goldmark", "renderer")
        settings = Settings(
            time_zone=reader.time_zone(config.get("timezone") or "UTC"),
            future=config.get("buildfuture") is True,
            content=tuple(dict.fromkeys(content)),
            static=tuple(static),
            mounts=mounts,
            permalink=_as_json(permalinks) if permalinks else None,
            ugly_urls=config.get("uglyurls") is True,
            bare_urls=markdown.finds_urls(config),
            dialect=markdown.dialect(config, version),
            raw_html=renderer.get("unsafe") is True or markdown.is_old(config, version),
            version=version,
            dated_names=":filename" in repr(config.get("frontmatter")),
            language=text(config.get("defaultcontentlanguage")) or "en",
            languages=tuple(languages),
            unread=_of_disabled(config, languages),
            taxonomies=_taxonomies(config),
            date_roles=_date_roles(config),
            themes=themes,
        ).with_base_url(text(config.get("baseurl")))
        return reader.with_problems(settings)

    def page_dialect(self, data: Mapping[str, object], usual: Dialect) -> Dialect:
        """Look at ``markup`` of the front matter."""
        return markdown.of_page(data, usual)

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Hugo's way with dates."""
        from articlelint.generators.hugo import dates

        return dates.Hugo()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.hugo import schema as hugo

        return hugo.Page

    def template_names(self, root: Path) -> Names:
        """Return the shortcodes of the site, its themes and its modules."""
        from articlelint.generators.hugo import templates

        return templates.names(root)

    def has_all_layouts(self, settings: Settings, root: Path) -> bool:
        """Look for layouts, the folders of themes, and no modules."""
        config = configuration(root, Reader(root))
        if not has_any(("layouts", "themes"), root) or config.get("module"):
            return False
        folder_of_themes = root / folder(config.get("themesdir"), "themes")
        return all((folder_of_themes / name / "layouts").is_dir() for name in settings.themes)

    def is_template(self, path: PurePath) -> bool:
        """Archetypes are what ``hugo new`` makes pages of; layouts and themes hold templates."""
        first = path.parts[:1]
        if first in {("archetypes",), ("themes",), ("node_modules",), ("resources",), ("public",)}:
            return True
        return bool(first) and first[0].startswith("layouts") and path.suffix != ".md"

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """``draft: true``, in any case of letters."""
        return any(value is True and key.lower() == "draft" for key, value in data.items())

    def rewrites_source_links(self, settings: Settings, root: Path) -> bool:
        """Tell whether there may be a render hook for links: docs, "Link render hooks"."""
        return _HOOKS.kind in settings.kinds

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether hosts and permalinks are the same for all languages."""
        return settings.kinds.isdisjoint((_HOSTS.kind, _PERMALINKS.kind))

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Look for modules, themes with content, and output formats."""
        from articlelint.generators.hugo import addresses

        return addresses.unknown(settings, root)

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return the content folders, and what of them are mounted in a folder of the content."""
        from articlelint.generators.hugo import addresses

        routes = {each.source: each.target for each in addresses.content_mounts(settings)}
        folders = ((each, str(routes.get(each, "."))) for each in settings.content)
        return [(str(each), "" if route == "." else route) for each, route in folders]

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the folders of content adapters."""
        from articlelint.generators.hugo import addresses

        return tuple(addresses.made_folders(settings, root))

    def unpublished(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> str | None:
        """Tell that the file lies in a leaf bundle: docs, "Page bundles"."""
        from articlelint.generators.hugo import bundles

        return bundles.unpublished(path, settings, root)

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return what addresses are made of, but the path."""
        return ("url", "slug", "title", "date") if settings.permalink else ("url", "slug")

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return ``url`` of the front matter, or what path, ``slug`` and ``permalinks`` give."""
        from articlelint.generators.hugo import addresses

        if not self.knows_addresses(settings):
            return None
        url = addresses.address(posix(path), data, settings)
        return None if url is None else settings.base_path + url

    def folder_of(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return that of a list whose ``slug`` some versions take for the name of its folder."""
        from articlelint.generators.hugo import addresses

        return addresses.folder_of(posix(path), data, settings)

    def claims(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> Iterable[Claim]:
        """Return the address and the aliases."""
        from articlelint.generators.hugo import claims

        if _PERMALINKS.kind in settings.kinds or self.is_draft(data or {}):
            return ()
        return claims.claims(posix(path), data or {}, settings)

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Look up what ``ref`` and ``relref`` name, and what a render hook may take for a page."""
        from articlelint.generators.hugo import hooks, links

        roots = links.content_roots(root, settings.content)
        if place not in {"ref", "relref"}:
            if place not in {"inline", "reference"}:
                return None
            if hooks.link_hook(root) is hooks.LinkHook.NONE:
                return None
            return links.hooked_candidates(target, article, roots, settings.version) or None
        if target.strip("/").partition("/")[0] in settings.taxonomies:
            return ()  # the page of a term, which has no file
        # `resources/page/page_paths`: a reference is parsed as a URL, so that its path is decoded.
        return links.page_candidates(unquote(target), article, roots, settings.version)

    def source_link(self, url: str, path: PurePath, settings: Settings) -> str:
        """Return ``relref`` with the link: docs, "Links and cross references"."""
        return f'{{{{< relref "{url}" >}}}}'

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Look into the templates of shortcodes."""
        from articlelint.generators.hugo import ids

        return ids.ids_of(tag, root)

    def knows_image_tag(self, name: str, root: Path | None) -> bool:
        """Tell whether the shortcode is Hugo's own, and no template of the site."""
        own = root is not None and has_any((f"layouts/shortcodes/{name}.html",), root)
        return not own and super().knows_image_tag(name, root)

    def layout_makes_ids(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> bool:
        """Look into the layouts of the page's section, type and name."""
        from articlelint.generators.hugo import layouts

        return layouts.makes_ids_for(path, data, settings, root)

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Look into the templates for files that they put into pages."""
        from articlelint.generators.hugo import ids

        return ids.layout_ids(root)

    def image_parameters(self, name: str, root: Path) -> Collection[str]:
        """Look into the templates of shortcodes."""
        from articlelint.generators.hugo import ids

        return ids.image_parameters(name, root)

    def resolves_links(self, root: Path) -> bool:
        """Tell whether render hooks do something with links that is not known."""
        from articlelint.generators.hugo import hooks

        return hooks.link_hook(root) is hooks.LinkHook.UNKNOWN

    def drops_fragments(self, root: Path) -> bool:
        """Look into the render hooks for links."""
        from articlelint.generators.hugo import hooks

        return hooks.drops_fragments(root)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether a folder has an underscore in front: shortcodes put in what it holds.

        In front of a file's name it means nothing.
        """
        return any(part.startswith("_") for part in path.parts[:-1])

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return what ``markup.goldmark.parser.autoHeadingIDType`` says."""
        from articlelint.generators.hugo import links

        return links.heading_id_styles(Reader(root))

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look among page resources, static files, and what render hooks take from ``assets``."""
        if root is None:
            return ()
        hooked = _HOOKS.kind in settings.kinds
        return assets.candidates(url_path, article, settings, root, assets=hooked)

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in ``assets`` too: shortcodes and layouts take images from there."""
        if root is None:
            return ()
        return assets.candidates(url_path, article, settings, root, assets=True)


_CONFIGURED_DATES = {
    "date": DateRole.PUBLISHED,
    "lastmod": DateRole.UPDATED,
    "publishdate": DateRole.SCHEDULED,
    "expirydate": DateRole.EXPIRES,
}


def _date_roles(config: Mapping[str, Any]) -> tuple[tuple[str, DateRole], ...]:
    """Return the keys of one's own from which Hugo takes dates: docs, "Configure dates".

    ``:filename`` and the like are no keys.
    """
    configured = table(config, "frontmatter")
    own = {key.lower() for key in Hugo.date_roles}
    return tuple(
        (key, role)
        for name, role in _CONFIGURED_DATES.items()
        for key in texts(configured.get(name))
        if not key.startswith(":") and key.lower() not in own
    )


def _of_disabled(config: Mapping[str, Any], languages: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is not published: the articles of languages that are switched off.

    Docs, "disableLanguages"; hugofs/fileinfo.go.
    """
    disabled = {*texts(config.get("disablelanguages"))}
    disabled |= {name for name, each in languages.items() if lower(each).get("disabled") is True}
    folders = {
        name: folder(lower(each).get("contentdir") or config.get("contentdir"), "content")
        for name, each in languages.items()
    }
    read = {each for name, each in folders.items() if name not in disabled}
    found: list[str] = []
    for name in sorted(disabled):
        own = folders.get(name)
        if own is not None and not any(each.is_relative_to(own) for each in read):
            found.append(f"/{own}/")
        found += [f"/**/*.{name}.md", f"/**/*.{name}.html"] if name in languages else []
    return tuple(found)


def _taxonomies(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the plural names, which are the keys of front matter."""
    if "taxonomies" not in config:
        return ("tags", "categories")
    return texts(list(mapping(config["taxonomies"]).values()))


def _mounts(config: Mapping[str, Any], assets: PurePosixPath) -> tuple[Mount, ...]:
    """Return the module mounts.

    Those of a component replace its default folder, which here stays a place to look at.
    """
    found = [Mount(assets, PurePosixPath(), "assets")]
    mounts = table(config, "module").get("mounts")
    for mount in mounts if isinstance(mounts, list) else []:
        each = lower(mount)
        source, target = text(each.get("source")), text(each.get("target"))
        if source is None or target is None:
            continue
        kind, _, inner = target.strip("/").partition("/")
        if kind in {"static", "assets", "content"}:
            found.append(
                Mount(
                    folder(source, ""),
                    PurePosixPath(inner),
                    kind,
                    next(iter(texts(each.get("lang"))), None),
                )
            )
    return tuple(dict.fromkeys(found))


def _as_json(table: Mapping[str, object]) -> str:
    import json  # 3 ms

    return json.dumps(table, default=str)
