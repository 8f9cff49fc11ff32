"""Jekyll: https://jekyllrb.com/docs/."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import (
    has_hidden_folder,
    included,
    posix,
    resolve,
    rooted,
    unique,
    within,
    without_base,
)
from articlelint.generators.reading import Reader, folder, has_any, mapping, text, texts
from articlelint.generators.settings import Settings
from articlelint.markdown.kramdown import Kramdown
from articlelint.templates import TemplateSyntax
from articlelint.text.files import exists, folders_in
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path, PurePath
    from typing import Any

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.generators.claim import Claim
    from articlelint.templates import TemplateTag
    from articlelint.templates.names import Names

_CONFIGURATIONS = ("_config.yml", "_config.yaml", "_config.toml")
_GEM = regex(r"""^[ \t]*gem[ \t(]+["'](?:jekyll|github-pages)["']""", re.MULTILINE)
_JEKYLL_ONLY = regex(
    r"^(?:baseurl|kramdown|highlighter|gems|plugins|plugins_dir|remote_theme|collections|defaults"
    r"|markdown|show_drafts|safe|liquid|sass|permalink|paginate)[ \t]*[:=]",
    re.MULTILINE,
)
_THEME_ALONE = regex(
    r"(?:[ \t]*+(?:#[^\n]*+)?+\r?\n)*+[ \t]*+theme:[ \t]*+jekyll-theme-[\w-]++\s*+"
)
_THEME = regex(
    r"^theme[ \t]*:[ \t]*[\"']?(?:minima|jekyll-|minimal-mistakes|just-the-docs)", re.MULTILINE
)
_OTHER_IDS = regex(
    r"auto_id_prefix|auto_ids\s*:\s*false|transliterat|CommonMark|redcarpet|rdiscount|maruku"
)
_PINNED = regex(r"^ {4}jekyll \((\d+)\.(\d+)", re.MULTILINE)
_PAGES_OF_ALL = regex("github-pages|optional-front-matter")
_POST_NAME = regex(r"\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^.]+")
_PLAIN = regex(r"(?:[A-Za-z0-9_/-]|\.(?![./]))*+")
"""A URL path that Jekyll spells no otherwise."""
_FIRST_WITH_SLUGS = (3, 0)
"""Before it, a post was called in its address as its file: `tails-`."""
_DRAFTS = "_drafts"
_FOLDERS = ("_posts", "_layouts", "_includes", _DRAFTS)


_MOST_FOLDERS = 100


def _is_gem_in(root: Path) -> bool:
    return _GEM.search(Reader(root).text("Gemfile")) is not None


def _has_other_site(root: Path) -> bool:
    """Tell whether a folder has the configuration of another site, and *root* nothing of Jekyll."""
    if has_any((*_CONFIGURATIONS, *_FOLDERS, "index.html", "index.md"), root):
        return False
    names = ("eleventy.config.js", ".eleventy.js", "package.json", "_config.yml")
    if any(has_any(names, root / folder) for folder in ("docs", "site", "website")):
        return True
    return any((each / "_layouts").is_dir() for each in folders_in(root)[:_MOST_FOLDERS])


class Jekyll(Generator):
    """Jekyll publishes every file of its source folder; posts are in ``_posts`` folders."""

    name = "jekyll"
    title = "Jekyll"
    preview_ports = frozenset({"4000"})
    layout_key = "layout"
    equal_keys = "the last value is used"
    tells_terms_apart = True
    prints_decimals = True
    titles_are_html = True  # Liquid escapes nothing by itself
    publishes_drafts = True  # lib/jekyll/publisher.rb, published?
    encodes_slugs = True  # lib/jekyll/utils.rb, slugify
    takes_date_from_name = True
    stops_at_dated_names = True
    path_key = "permalink"  # lib/jekyll/utils.rb, slugify
    may_be_empty = frozenset({"date"})  # lib/jekyll/document.rb, modify_date; pages need none
    skips_byte_order_mark = True  # lib/jekyll/utils.rb, merged_file_read_opts
    markers = frozenset({*_CONFIGURATIONS, "Gemfile", "_layouts"})
    closing_dots = True
    template_syntax = TemplateSyntax.LIQUID
    dialect = Kramdown()
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "last_modified_at": DateRole.UPDATED,
    }
    permalink_moves_images = True
    image_keys = (
        "image",
        "image.path",
        "image.src",
        "image.feature",
        "cover",
        "thumbnail",
        "banner",
        "header.image",
        "header.overlay_image",
        "header.teaser",
        "header-img",
        "og_image",
        "cover-img",
        "thumbnail-img",
        "share-img",
    )
    tag_keys = ("tags", "tag", "categories", "category")
    unnests_terms = True  # lib/jekyll/utils.rb, pluralized_array_from_hash
    description_keys = ("description", "excerpt")

    def recognises(self, root: Path) -> bool:
        """Look for the gem, for a ``_config.yml`` with keys of Jekyll, or for its folders."""
        reader = Reader(root)
        # A project whose site lies in a folder may have the gem, too.
        if _is_gem_in(root) and not _has_other_site(root):
            return True
        for name in _CONFIGURATIONS:
            config = reader.text(name)
            if _THEME_ALONE.fullmatch(config):  # which GitHub builds at two places only
                return (root / ".git").exists() or root.name == "docs"
            if _JEKYLL_ONLY.search(config) or _THEME.search(config):
                return True
            if config and has_any(_FOLDERS, root):
                return True
        # Without a configuration, but not the source folder of a site, or of a project with
        # packages of npm, that has one above; a script may name one that lies anywhere.
        return (
            has_any(("_layouts",), root)
            and has_any(("_posts", "_includes"), root)
            and not has_any(_CONFIGURATIONS, root.parent)
            and (_is_gem_in(root.parent) or not has_any(("package.json",), root.parent))
        )

    def settings(self, root: Path) -> Settings:
        """Read ``_config.yml``.

        Defaults: jekyll, ``lib/jekyll/configuration.rb``.
        """
        from articlelint.generators.jekyll import addresses, markdown

        reader = Reader(root)
        config = next((data for name in _CONFIGURATIONS if (data := reader.any(name))), {})
        source = folder(config.get("source"), ".")
        collections = config.get("collections")
        names = texts(collections) or tuple(mapping(collections))
        permalink = text(config.get("permalink")) or "date"
        settings = Settings(
            time_zone=reader.time_zone(config.get("timezone")),
            future=config.get("future") is True,
            content=(source, *included(config.get("include"), source)),
            static=(source,),
            unread=tuple(f"/{source / name.strip('/')}" for name in texts(config.get("exclude"))),
            version=_pinned(reader),
            permalink=permalink,
            ugly_urls=not permalink.endswith(("/", "pretty")),
            language=text(config.get("lang")) or text(config.get("locale")),
            languages=_languages(config, reader),
            patterns=tuple(addresses.patterns(config)),
            collections=tuple(dict.fromkeys(("posts", *names))),
            themes=texts(config.get("theme")) + texts(config.get("remote_theme")),
            dialect=markdown.dialect(config, reader),
            template_syntax=TemplateSyntax.ANY if _sets_liquid(config) else None,
            drafts=() if _shows_drafts(config) else (f"{_DRAFTS}/",),
        ).with_base_url(text(config.get("url")), text(config.get("baseurl")) or "/")
        return reader.with_problems(settings)

    def claims(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> Iterable[Claim]:
        """Return the address, with jekyll-polyglot of each language one."""
        usual = next(iter(settings.languages), "")
        language = text((data or {}).get("lang")) or usual
        for claim in super().claims(path, data, settings):
            yield claim._replace(key=(*claim.key, language)) if usual else claim

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Jekyll's way with dates."""
        from articlelint.generators.jekyll import dates

        return dates.Jekyll()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a post or a page."""
        from articlelint.generators.jekyll import schema as jekyll

        return jekyll.Post if is_post(path) else jekyll.Page

    def unpublished(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> str | None:
        """Tell that a file in ``_posts`` has no date in its name.

        Jekyll: ``lib/jekyll/document.rb``, DATE_FILENAME_MATCHER.
        """
        if "_posts" not in path.parts[:-1] or _POST_NAME.fullmatch(path.name):
            return None
        return "Jekyll reads from `_posts` only files called `YEAR-MONTH-DAY-title`"

    def is_template(self, path: PurePath) -> bool:
        """Layouts and includes are parts of pages; gems may be vendored.

        HTML without a date in a folder of posts belongs to a program that a post is about.
        """
        folders = path.parts[:-1]
        if "_posts" in folders[:-1] and path.suffix in {".html", ".htm"}:
            return not path.name[:1].isdigit()
        return not {"_layouts", "_includes", "_sass", "node_modules", "vendor"}.isdisjoint(folders)

    def copies_without_front_matter(self, path: PurePath) -> bool:
        """Tell whether it is no post: jekyll, ``lib/jekyll/readers/``."""
        return not is_post(path)

    def copies_sources(self, root: Path) -> bool:
        """Tell that jekyll-optional-front-matter is not there, which GitHub Pages has by itself."""
        reader = Reader(root)
        gems = reader.text("Gemfile")
        found = gems + "".join(map(reader.text, (*_CONFIGURATIONS, "Gemfile.lock")))
        return bool(gems) and "gemspec" not in gems and not _PAGES_OF_ALL.search(found)

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Folders with an underscore are left out, but for posts, collections and ``include``.

        Jekyll: ``lib/jekyll/entry_filter.rb``, special?
        """
        kept = {_DRAFTS, *(f"_{name}" for name in settings.collections)}
        return has_hidden_folder(path, settings, kept)

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> TemplateSyntax:
        """Return Liquid; files without front matter get it from a plugin only, if at all."""
        if data is None:
            return TemplateSyntax.ANY
        if data.get("render_with_liquid") is False:
            return TemplateSyntax.NONE
        return settings.template_syntax or self.template_syntax

    def template_names(self, root: Path) -> Names:
        """Return what gems, ``_plugins`` and ``_includes`` have."""
        from articlelint.generators.jekyll import templates

        return templates.names(root, _CONFIGURATIONS)

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Tell whether ``published: false`` keeps the page from being written."""
        return data.get("published") is False

    def rewrites_source_links(self, settings: Settings, root: Path) -> bool:
        """Tell whether jekyll-relative-links may be there, which GitHub Pages has by itself."""
        reader = Reader(root)
        gems = reader.text("Gemfile")
        found = gems + "".join(map(reader.text, (*_CONFIGURATIONS, "Gemfile.lock")))
        return not gems or "relative" in found or "github-pages" in found or "gemspec" in gems

    def lists_by_term(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether it is in no collection but that of posts.

        jekyll, ``lib/jekyll/site.rb``, post_attr_hash; layouts list pages by their tags.
        """
        return is_post(path) or not any(part.startswith("_") for part in path.parts[:-1])

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: paths, dates and front matter tell."""
        return True

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Look for plugins that may make pages."""
        from articlelint.generators.jekyll.made_pages import made_pages

        return made_pages(root, _CONFIGURATIONS).unknown

    def has_all_layouts(self, settings: Settings, root: Path) -> bool:
        """Look for layouts, and for no theme."""
        return (root / "_layouts").is_dir() and not settings.themes

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the folders that plugins name in which they make pages."""
        from articlelint.generators.jekyll.made_pages import made_pages

        return made_pages(root, _CONFIGURATIONS).folders

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return what permalinks are made of, but the path."""
        return ("permalink", "slug", "date", "category", "categories")

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return ``permalink`` of the front matter, or what the configuration makes."""
        if settings.version is not None and settings.version < _FIRST_WITH_SLUGS:
            return None
        from articlelint.generators.jekyll import addresses

        value = data.get("permalink")
        if isinstance(value, str) and value.strip():
            if ":" in value or "{" in value:
                return None
            return settings.base_path + value.strip().lstrip("/")
        if value is not None:
            return None
        relative = posix(path)
        for source in settings.content:
            if source.parts and relative.is_relative_to(source):
                relative = relative.relative_to(source)
        url = addresses.address(relative, data, settings)
        return None if url is None or not _PLAIN.fullmatch(url) else settings.base_path + url

    def published_file(self, url: str, path: PurePath) -> str:
        """Return ``a.html`` for ``/a``, ``a/index.html`` for ``/a/``: two files.

        jekyll, ``destination`` in ``lib/jekyll/page.rb`` and ``lib/jekyll/document.rb``.
        """
        if url.endswith("/"):
            return f"{url}index.html"
        return f"{url.removesuffix('.html')}.html"

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Look up what ``link`` and ``post_url`` name."""
        if place not in {"link", "post_url"}:
            return None
        from articlelint.generators.jekyll import links

        if place == "link":
            found = links.file_candidates(target, root, settings)
            if any(map(exists, found)):
                return found
            folders = self.made_folders(settings, root)
            is_made = any(target.lstrip("/").startswith(f"{each}/") for each in folders)
            # A plugin may make that page, and the build would stop without it.
            return () if is_made or self.unknown_addresses(settings, root) else found
        return links.post_candidates(target, root)

    def source_link(self, url: str, path: PurePath, settings: Settings) -> str:
        """Return ``{% link %}`` with the file: docs, "Tags Filters", "Linking to posts"."""
        base = "{{ site.baseurl }}" if settings.base_path != "/" else ""
        _, mark, fragment = url.partition("#")
        return f"{base}{{% link {path} %}}{mark if fragment else ''}{fragment}"

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Look into the files of ``_includes``."""
        from articlelint.generators.jekyll import ids

        return ids.ids_of(tag, posix(path), root)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether it is in a folder with an underscore that is no collection's.

        No pages are made of a collection without ``output: true``, only parts of others.
        """
        from articlelint.generators.jekyll.addresses import UNSEEN

        if any(pattern == UNSEEN and name in path.parts for name, pattern in settings.patterns):
            return True
        collections = {f"_{name}" for name in (*settings.collections, "drafts")}
        return super().takes_for_part(
            PurePosixPath(*(each for each in path.parts if each not in collections)), settings
        )

    def layout_makes_ids(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> bool:
        """Look into the layout that the front matter names, and what it includes."""
        from articlelint.generators.jekyll import layouts

        layout = data.get("layout")
        if layout is None:
            defaults = layouts.layouts_by_default(root)
            return any(layouts.makes_ids_for(each, root) for each in defaults)
        return isinstance(layout, str) and layouts.makes_ids_for(layout, root)

    def pages_with(self, path: PurePath, root: Path) -> Sequence[str]:
        """Return those that have it with ``include_relative``."""
        from articlelint.generators.jekyll import parts

        return parts.pages_with(str(posix(path)), root)

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return kramdown's way, by its own or the GFM parser."""
        config = Reader(root).text("_config.yml")
        own = re.search(r"\binput\s*:\s*kramdown", config, re.IGNORECASE)
        if _OTHER_IDS.search(config) or (own and "auto_id_stripping" in config):
            return ANY_STYLE  # the parser for GFM has stripping by itself
        return (IdStyle.KRAMDOWN if own else IdStyle.KRAMDOWN_GFM,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look below the source folder; for a page's relative URL, from the page's own URL.

        The URL of a post or another member of a collection hangs on its date and categories,
        so where its relative URLs lead is not known.
        """
        if root is None:
            return ()
        folders = [root / name for name in settings.static]
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(place, name) for name in names for place in folders])
        relative = within(root, article)
        if relative is None or any(part.startswith("_") for part in relative.parts[:-1]):
            return ()
        page = relative.parent
        for source in settings.content:
            page = page.relative_to(source) if page.is_relative_to(source) else page
        if not settings.ugly_urls and relative.stem != "index":
            page /= relative.stem
        name = rooted(str(page / url_path))
        return unique([resolve(place, name) for place in folders])


def is_post(path: PurePath) -> bool:
    """Tell whether the article at *path* is a post or a draft of one."""
    return not {"_posts", _DRAFTS}.isdisjoint(posix(path).parts)


def _pinned(reader: Reader) -> tuple[int, int] | None:
    match = _PINNED.search(reader.text("Gemfile.lock"))
    return (int(match[1]), int(match[2])) if match else None


def _languages(config: Mapping[str, Any], reader: Reader) -> tuple[str, ...]:
    """Return the languages that jekyll-polyglot builds the site in, its own first."""
    names = (*texts(config.get("plugins")), *texts(config.get("gems")), reader.text("Gemfile"))
    if not any("jekyll-polyglot" in name for name in names):
        return ()
    usual = text(config.get("default_lang"))
    return tuple(dict.fromkeys([*([usual] if usual else []), *texts(config.get("languages"))]))


def _shows_drafts(config: Mapping[str, Any]) -> bool:
    """Tell whether posts are made of drafts, or pages: jekyll, ``lib/jekyll/reader.rb``."""
    included = {name.strip("/") for name in texts(config.get("include"))}
    return config.get("show_drafts") is True or _DRAFTS in included


def _sets_liquid(config: Mapping[str, Any]) -> bool:
    """Tell whether options of Liquid are set, or it is off in whole folders."""
    return bool(config.get("liquid")) or "render_with_liquid" in repr(config.get("defaults"))
