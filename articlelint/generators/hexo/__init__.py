"""Hexo: https://hexo.io/docs/."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import (
    DATE_PREFIX,
    PLAIN_PATH,
    filled,
    has_hidden_folder,
    included,
    resolve,
    rooted,
    unique,
    within,
    without_base,
)
from articlelint.generators.reading import (
    Reader,
    folder,
    mapping,
    package_dependencies,
    package_major,
    text,
    texts,
)
from articlelint.generators.settings import Mount, Settings
from articlelint.markdown.marked import Marked
from articlelint.markdown.options import GFM_OPTIONS
from articlelint.markdown.url_library import BareUrls
from articlelint.templates import TemplateSyntax
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.templates import TemplateTag
    from articlelint.templates.names import Names

_HEXO_ONLY = regex(
    r"^(?:source_dir|public_dir|new_post_name|post_asset_folder|skip_render|i18n_dir)[ \t]*:",
    re.MULTILINE,
)
_IMAGE_PLUGIN = regex(r"asset|image|img|pic")
_BESIDE = Mount(PurePosixPath(), PurePosixPath(), "beside")
"""Images of Markdown are looked for in the post's own folder and beside the post."""
_AT_ROOT = Mount(PurePosixPath(), PurePosixPath(), "at root")
"""The renderer puts the site's root before every URL of an image in Markdown."""
_PREPENDS = 5
_POSTS = "_posts"
_DRAFTS = "_drafts"
_TITLES = ("use_filename_as_post_title", "use_slug_as_post_title")
_CONFIGURATIONS = ("_config.yml", "_config.yaml", "_config.json")

_CHANGED = 6
"""The version of hexo-renderer-marked in which the ids of headings changed, with 6.2."""


def _files_of_theme(root: Path, theme: str) -> Iterator[PurePosixPath]:
    """Yield where the files of *theme* lie: in ``themes/``, and only otherwise in its package.

    hexo, ``lib/hexo/load_config.ts``.
    """
    yield PurePosixPath("themes", theme, "source")
    if not (root / "themes" / theme).is_dir():
        yield PurePosixPath("node_modules", f"hexo-theme-{theme}", "source")


class Hexo(Generator):
    """Hexo publishes ``source/``; posts are in ``source/_posts``."""

    name = "hexo"
    title = "Hexo"
    preview_ports = frozenset({"4000"})
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    tells_terms_apart = True
    skips_byte_order_mark = True  # hexo-fs, lib/fs.ts, escapeBOM
    reads_tabs = True  # hexo-front-matter, lib/front_matter.ts, escapeYAML; js-yaml takes others
    skips_line_end = True  # hexo-front-matter, lib/front_matter.ts, rFrontMatterNew
    drops_blank_terms = True  # lib/models/post.ts, removeEmptyTag
    may_be_empty = frozenset({"updated"})  # lib/plugins/processor/post.ts, toDate
    titles_are_html = True
    rewrites_links = False  # hexo-renderer-marked puts the root before images alone
    front_matter_images_are_relative = True
    image_tags = frozenset({"img", "asset_img"})
    takes_date_from_name = True
    markers = frozenset({*_CONFIGURATIONS, "package.json"})
    template_syntax = TemplateSyntax.HEXO
    dialect = Marked(GFM_OPTIONS)
    bare_urls = BareUrls.MARKED
    optional_opening_fence = True
    front_matter_formats = frozenset({Format.YAML, Format.JSON})
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "updated": DateRole.UPDATED,
    }
    image_keys = (
        "photos",
        "photo",
        "cover",
        "thumbnail",
        "headimg",
        "banner",
        "top_img",
        "index_img",
        "banner_img",
        "image",
        "og_image",
        "featured_image",
        "cover_image",
    )
    tag_keys = ("tags", "tag", "categories", "category")
    hierarchy_keys = frozenset({"categories", "category"})  # hexo.io/docs/front-matter
    unnests_terms = True  # lib/models/post.ts, setTags: the name of a tag becomes a text

    def recognises(self, root: Path) -> bool:
        """Look for the npm package, or for a ``_config.yml`` with keys that only Hexo has."""
        if "hexo" in package_dependencies(root):
            return True
        if any(_HEXO_ONLY.search(Reader(root).text(name)) for name in _CONFIGURATIONS):
            return True
        # Octopress, a Jekyll, has source/_posts too.
        has_posts = (root / "source" / "_posts").is_dir()
        is_jekyll = any((root / name).exists() for name in ("Gemfile", "Rakefile", "_layouts"))
        return (
            has_posts and not is_jekyll and any((root / name).is_file() for name in _CONFIGURATIONS)
        )

    def settings(self, root: Path) -> Settings:
        """Read ``_config.yml``.

        Defaults: hexo, ``lib/hexo/default_config.ts``.
        """
        from articlelint.generators.hexo import markdown, templates

        reader = Reader(root)
        config = _configuration(reader)
        source = folder(config.get("source_dir"), "source")
        theme = config.get("theme")
        static = [source]
        if isinstance(theme, str) and theme:
            static += _files_of_theme(root, theme)
        own_folder = config.get("post_asset_folder") is True
        settings = Settings(
            time_zone=reader.time_zone(config.get("timezone")),
            future=config.get("future", True) is not False,
            content=(source, *included(config.get("include"), source)),
            static=tuple(static),
            permalink=text(config.get("permalink")) or ":year/:month/:day/:title/",
            mounts=_lookups(root, own_folder=own_folder, marked=mapping(config.get("marked")))
            if config.get("relative_link") is not True
            else (_BESIDE,),
            bare_urls=markdown.finds_urls(root, config),
            patterns=((_POSTS, text(config.get("new_post_name")) or ":title.md"),),
            post_asset_folder=own_folder,
            language=next(iter(texts(config.get("language"))), None),
            languages=texts(config.get("language")),
            themes=texts(theme),
            dialect=markdown.dialect(root, config),
            template_syntax=templates.syntax(root, config),
            # What is excluded is ignored, and what is not rendered copied as it is.
            unread=tuple(
                f"/{source}/{pattern.lstrip('/')}"
                for key in ("exclude", "skip_render")
                for pattern in texts(config.get(key))
            ),
            # lib/plugins/processor/post.ts: of drafts no post is made, unless that is wanted.
            drafts=() if config.get("render_drafts") is True else (f"/{source}/{_DRAFTS}/",),
            filled_keys=("title",) if any(config.get(key) is True for key in _TITLES) else (),
        ).with_base_url(text(config.get("url")), text(config.get("root")))
        return reader.with_problems(settings)

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Hexo's way with dates."""
        from articlelint.generators.hexo import dates

        return dates.Hexo()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a post or a page."""
        from articlelint.generators.hexo import schema as hexo

        return hexo.Post if "_posts" in path.parts or "_drafts" in path.parts else hexo.Page

    def is_template(self, path: PurePath) -> bool:
        """Scaffolds are what ``hexo new`` makes posts of; themes hold layouts."""
        return path.parts[:1] in {("scaffolds",), ("themes",), ("node_modules",)}

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Folders with an underscore are left out, but for posts, drafts and ``include``.

        hexo, ``lib/plugins/processor/common.ts``, isHiddenFile.
        """
        if has_hidden_folder(path, settings, {_POSTS, _DRAFTS}):
            return True
        folder = next(iter(settings.content), None)
        if folder is None or not path.is_relative_to(folder):
            return False
        return any(part.startswith("_") for part in path.relative_to(folder).parts[1:-1])

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> TemplateSyntax:
        """Return Nunjucks, unless ``disableNunjucks`` says otherwise: hexo, ``post.ts``."""
        off = (data or {}).get("disableNunjucks")
        if off is True:
            return TemplateSyntax.NONE
        usual = settings.template_syntax or self.template_syntax
        return self.template_syntax if off is False and usual is TemplateSyntax.NONE else usual

    def template_names(self, root: Path) -> Names:
        """Return what scripts, the theme and plugins have."""
        from articlelint.generators.hexo import templates

        return templates.names(root, _CONFIGURATIONS)

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Tell whether ``published: false`` hides the post: hexo, ``processor/post.ts``."""
        return data.get("published") is False

    def rewrites_source_links(self, settings: Settings, root: Path) -> bool:
        """Tell whether a plugin or a script may; Hexo leaves a link to ``notes.md`` as it is."""
        from articlelint.generators.hexo import links

        return links.may_rewrite(settings, root)

    def lists_by_term(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether it is no page, which has no tags: hexo, ``lib/models/page.ts``.

        Where all of the site is content, as of a folder of nothing but posts, that is not known.
        """
        source = next(iter(settings.content), None)
        is_page = source is not None and source.parts and path.is_relative_to(source)
        return _is_post(path) or not is_page

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: paths, dates and front matter tell."""
        return True

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Look for tags of the site's own in its scripts."""
        from articlelint.generators.hexo import ids

        return ids.ids_of(tag, settings, root)

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Look for plugins, and for scripts of the site and of its theme."""
        from articlelint.generators.hexo import addresses

        return addresses.unknown(settings, root)

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the folders of archives, categories and tags."""
        from articlelint.generators.hexo import addresses

        return tuple(addresses.made_folders(_configuration(Reader(root))))

    def made_pages(self, settings: Settings, root: Path) -> Collection[tuple[str, str]]:
        """Return the aliases of the configuration."""
        from articlelint.generators.hexo import addresses

        config = _configuration(Reader(root))
        return [(each, "_config.yml") for each in addresses.aliases(config)]

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return what permalinks are made of, but the path."""
        return ("permalink", "date")

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return ``permalink`` of the front matter, or what the setting of that name makes.

        None where that takes more than the date and the file's name: docs, "Permalinks".
        """
        value = data.get("permalink")
        if isinstance(value, str) and value.strip():
            return None if ":" in value else settings.base_path + value.strip().lstrip("/")
        source = str(settings.content[0])
        inside = "" if source == "." else f"{source}/"
        whole = path.as_posix()
        if value is not None or not whole.startswith(inside):
            return None
        inner = whole[len(inside) : len(whole) - len(path.suffix)]
        if inner.startswith("_posts/"):
            # A date before the name is a part of it, unless the pattern of names takes it away.
            dated = ":year" in dict(settings.patterns).get(_POSTS, "")
            name = DATE_PREFIX.sub("", inner[7:]) if dated else inner[7:]
            from articlelint.generators.hexo.addresses import hangs_on_machine

            pattern, date = settings.permalink or "", data.get("date")
            if hangs_on_machine(pattern, date, settings.time_zone):
                return None
            url = filled(pattern, name, date)
        elif inner.startswith("_") or "/_" in inner:
            return None
        else:
            url = f"{inner}.html".removesuffix("index.html")
        return None if url is None or not PLAIN_PATH.fullmatch(url) else settings.base_path + url

    def published_file(self, url: str, path: PurePath) -> str:
        """Return ``a.html`` for ``/a`` of a page; of a post it cannot stand beside ``/a/``.

        hexo, ``lib/plugins/processor/asset.ts``: ``path.extname``; a post at ``/a`` is a file of
        that name, where ``/a/`` wants a folder.
        """
        if "_posts" not in path.parts and not url.endswith("/") and not PurePosixPath(url).suffix:
            url = f"{url}.html"
        return super().published_file(url, path)

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Look up what ``post_link``, ``post_path``, ``asset_link`` and ``asset_path`` name."""
        if place in {"asset_link", "asset_path"}:
            return (resolve(article.with_suffix(""), target),) if settings.post_asset_folder else ()
        if place not in {"post_link", "post_path"}:
            return None
        from articlelint.generators.hexo import links

        return links.post_candidates(target, [root / folder for folder in settings.content])

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return hexo-renderer-marked's way, unless another renderer or an option is there."""
        config = Reader(root).text("_config.yml")
        renderers = {
            name
            for name in package_dependencies(root)
            if name.startswith("hexo-renderer-m") or "kramed" in name or "pandoc" in name
        }
        custom = re.search(r"modifyAnchors|anchorAlias|headerIds", config)
        plain = renderers == {"hexo-renderer-marked"} and not custom
        if not plain:
            return ANY_STYLE
        major = package_major(root, "hexo-renderer-marked")
        if major is None or major == _CHANGED:
            return IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5
        return (IdStyle.HEXO_MARKED if major > _CHANGED else IdStyle.HEXO_MARKED_5,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in the source folders, from where hexo-renderer-marked takes a relative URL too.

        With its option ``postAsset`` or a plugin for images (hexo-asset-img, hexo-image-link) a
        relative URL is looked for in the post's own folder and beside the post.
        """
        if root is None:
            return ()
        folders = [root / name for name in settings.static or ("source",)]
        if url_path.startswith("/"):
            own = (rooted(url_path),)
            names = own if _AT_ROOT in settings.mounts else without_base(url_path, settings)
            return unique([resolve(folder, name) for name in names for folder in folders])
        relative = within(root, article)
        if relative is None:
            return ()
        source = [resolve(folders[0], rooted(url_path))]
        if _BESIDE in settings.mounts:
            beside = (root / relative).parent
            own_folder = beside / relative.stem
            return unique([resolve(own_folder, url_path), resolve(beside, url_path), *source])
        if _AT_ROOT in settings.mounts or _is_post(relative):
            return unique(source)
        return unique([resolve((root / relative).parent, url_path), *source])

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look from the page's own URL, where a post's folder and a page's neighbours are."""
        if root is None:
            return ()
        folders = [root / name for name in settings.static or ("source",)]
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(folder, name) for name in names for folder in folders])
        relative = within(root, article)
        if relative is None:
            return ()
        beside = (root / relative).parent
        own = resolve(beside / relative.stem, url_path)
        source = resolve(folders[0], rooted(url_path))
        if _BESIDE in settings.mounts:
            return unique([own, resolve(beside, url_path), source])
        if not _is_post(relative):
            return unique([resolve(beside, url_path), source])
        return unique([own, source] if settings.post_asset_folder else [source])


def _configuration(reader: Reader) -> dict[str, Any]:
    return next((data for name in _CONFIGURATIONS if (data := reader.any(name))), {})


def _is_post(path: PurePath) -> bool:
    return "_posts" in path.parts or "_drafts" in path.parts


def _lookups(root: Path, *, own_folder: bool, marked: Mapping[str, object]) -> tuple[Mount, ...]:
    """Return where relative URLs of images in Markdown are looked for.

    hexo-renderer-marked, ``lib/renderer.js``: ``prependRoot`` is the default since its
    version 5, ``postAsset`` is not. Other renderers leave the URL as it is, and plugins change it.
    """
    packages = package_dependencies(root)
    plugins = not packages or any(_IMAGE_PLUGIN.search(name) for name in packages)
    major = package_major(root, "hexo-renderer-marked")
    prepends = marked.get("prependRoot", major is None or major >= _PREPENDS)
    if "hexo-renderer-marked" not in packages or prepends is False:
        return (_BESIDE,) if own_folder or plugins else ()
    if plugins:
        return (_BESIDE,)
    return (_AT_ROOT, _BESIDE) if own_folder and marked.get("postAsset") is True else (_AT_ROOT,)
