"""Zola: https://www.getzola.org/documentation/."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import posix, resolve, rooted, unique, within, without_base
from articlelint.generators.reading import Reader, has_any, mapping, text, texts
from articlelint.generators.settings import Settings
from articlelint.generators.tree import tree
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS, HEADING_ATTRIBUTES
from articlelint.templates import TemplateSyntax
from articlelint.text.files import exists
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.templates.names import Names

_CONFIGURATIONS = ("zola.toml", "config.toml")
_BASE_URL = regex(r"^[ \t]*base_url[ \t]*=", re.MULTILINE)
_DATE_PREFIX = regex(r"\d{4}-\d{2}-\d{2}(?:T[0-9:.Z+-]+)?[-_]")


class Zola(Generator):
    """Zola reads ``content/``; images are in ``static/`` or beside the page's ``index.md``."""

    name = "zola"
    title = "Zola"
    preview_ports = frozenset({"1111"})
    skips_blank_lines = True  # components/content/src/front_matter/split.rs, YAML_RE
    takes_date_from_name = True
    path_key = "path"  # components/content/src/page.rs, slugify_paths
    markers = frozenset(_CONFIGURATIONS)
    template_syntax = TemplateSyntax.ZOLA
    only_content_is_run = True
    # zola, ``components/markdown/src/markdown.rs``.
    dialect = CommonMark(GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES).without_wiki_links()
    front_matter_formats = frozenset({Format.TOML, Format.YAML})
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "updated": DateRole.UPDATED,
    }
    image_keys = ("extra.image", "extra.cover", "extra.thumbnail", "extra.og_image", "extra.banner")
    tag_keys = ("taxonomies.tags", "taxonomies.categories")

    def recognises(self, root: Path) -> bool:
        """Look for ``zola.toml``, or a ``config.toml`` with ``base_url``, which Zola requires."""
        if has_any(("zola.toml",), root):
            return True
        return bool(_BASE_URL.search(Reader(root).text("config.toml")))

    def settings(self, root: Path) -> Settings:
        """Read ``zola.toml`` or ``config.toml``: docs, "Configuration"."""
        reader = Reader(root)
        config = _configuration(reader)
        from datetime import UTC

        from articlelint.generators.zola import addresses

        theme = text(config.get("theme"))
        static = [PurePosixPath("static")]
        if theme:
            static.append(PurePosixPath("themes", theme, "static"))
        settings = Settings(
            time_zone=UTC,
            content=(PurePosixPath("content"),),
            static=tuple(static),
            language=text(config.get("default_language")) or "en",
            languages=tuple(mapping(config.get("languages"))),
            taxonomies=_taxonomies(config),
            language_taxonomies=_language_taxonomies(config),
            themes=texts(theme),
            patterns=addresses.patterns(config),
        ).with_base_url(text(config.get("base_url")))
        return reader.with_problems(settings)

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Zola's way with dates."""
        from articlelint.generators.zola import dates

        return dates.Zola()

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a section or a page."""
        from articlelint.generators.zola import schema as zola

        return zola.Section if path.name.partition(".")[0] == "_index" else zola.Page

    def closed_tables(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> Mapping[str, Collection[str]]:
        """Return the taxonomies of the page's language; a draft is passed over before they count.

        zola, ``add_page`` in ``components/site/src/lib.rs``, ``find_language`` in
        ``components/content/src/file_info.rs``.
        """
        relative = posix(path)
        if self.is_draft(data) or not relative.is_relative_to(settings.content[0]):
            return {}
        name, _, language = relative.stem.partition(".")
        if name == "_index":
            return {}
        several = len(dict(settings.language_taxonomies)) > 1
        language = language if several and language else settings.language or ""
        names = dict(settings.language_taxonomies).get(language)
        return {} if names is None else {"taxonomies": names}

    def is_template(self, path: PurePath) -> bool:
        """Templates and themes are no pages."""
        return path.parts[:1] in {("templates",), ("themes",), ("node_modules",), ("public",)}

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: paths, dates and front matter tell."""
        return True

    def template_names(self, root: Path) -> Names:
        """Return the shortcodes of the site and of its theme."""
        from articlelint.generators.zola import templates

        return templates.names(root, next(iter(self.settings(root).themes), None))

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return what an address is made of, but the path."""
        return ("path", "slug")

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return ``path`` of the front matter, or what the file's path gives."""
        from articlelint.generators.zola import addresses

        own = addresses.address(posix(path), data, settings)
        return None if own is None else f"{settings.base_path}{own}"

    def folder_of(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the folder of a page whose slug is not known."""
        from articlelint.generators.zola import addresses

        return addresses.folder(posix(path), settings)

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Return "": there are no other pages than those of files, lists of terms, and aliases."""
        return "the site has too many files" if tree(root) is None else ""

    def has_all_layouts(self, settings: Settings, root: Path) -> bool:
        """Look for templates, and the folders of themes."""
        themes = [root / "themes" / name / "templates" for name in settings.themes]
        return (root / "templates").is_dir() and all(each.is_dir() for each in themes)

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where lists of terms are."""
        from articlelint.generators.zola import addresses

        return tuple(addresses.made(_configuration(Reader(root)), settings))

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Resolve ``@/``: from the content folder."""
        if not target.startswith("@/") or "\\" in target:
            return None
        return unique([resolve(root / folder, target[2:]) for folder in settings.content])

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return Zola's way, unless ``slugify.anchors`` may change it."""
        return ANY_STYLE if "anchors" in Reader(root).text("config.toml") else (IdStyle.ZOLA,)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in ``static`` and among the files beside pages: docs, "Assets colocation"."""
        if root is None:
            return ()
        places = [*settings.static, *settings.content]
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(root / place, name) for name in names for place in places])
        relative = within(root, article)
        page = _page(relative) if relative is not None else None
        if relative is None or page is None:
            return ()
        found = []
        if relative.name.partition(".")[0] in {"index", "_index"}:
            found.append(resolve((root / relative).parent, url_path))
        found += (resolve(root / place, rooted(str(page / url_path))) for place in places)
        if url_path.startswith("../") and not any(map(exists, found)):
            return ()  # of another page, whose ``path`` or ``slug`` is not known here
        return unique(found)


def _configuration(reader: Reader) -> dict[str, Any]:
    return next((data for name in _CONFIGURATIONS if (data := reader.toml(name))), {})


def _page(relative: PurePosixPath) -> PurePosixPath | None:
    """Return the URL path of a page below the base URL; None where it is no content."""
    if relative.parts[:1] != ("content",):
        return None
    inner = relative.relative_to("content").with_suffix("")
    if inner.name.partition(".")[0] in {"index", "_index"}:
        inner = inner.parent
    # A date before the name is taken off: docs, "Page".
    name = _DATE_PREFIX.sub("", inner.name, count=1) if inner.name else ""
    return inner.parent / name if name else inner


def _taxonomies(options: Mapping[str, object]) -> tuple[str, ...]:
    items = options.get("taxonomies")
    return tuple(
        name
        for item in (items if isinstance(items, list) else ())
        if (name := text(mapping(item).get("name")))
    )


def _language_taxonomies(config: Mapping[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the taxonomies of each language; none where it is a configuration of old Zola.

    Zola before 0.14 had ``[[languages]]``, and taxonomies with a ``lang``.
    """
    languages, items = config.get("languages", {}), config.get("taxonomies", [])
    if not config or not isinstance(languages, dict) or not isinstance(items, list):
        return ()
    if any("lang" in mapping(item) for item in items):
        return ()
    default = text(config.get("default_language")) or "en"
    found = {name: _taxonomies(mapping(options)) for name, options in languages.items()}
    found[default] = (*_taxonomies(config), *found.get(default, ()))
    return tuple(found.items())
