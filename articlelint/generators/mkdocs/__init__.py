"""MkDocs, and the blog plugin of Material for MkDocs: https://www.mkdocs.org/."""

from __future__ import annotations

import posixpath
from itertools import chain, islice
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.mkdocs.configuration import (
    CONFIGURATIONS,
    configuration_at,
    dialect,
    drafts,
    is_part,
    markdown_extensions,
    other_folders,
    read_configuration,
    unread,
)
from articlelint.generators.paths import posix, resolve, rooted, unique, within, without_base
from articlelint.generators.reading import Reader, folder, mapping, text, texts
from articlelint.generators.settings import Settings
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.features import ESCAPED, Features
from articlelint.text.files import is_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath, PurePosixPath
    from typing import Any

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.templates.language import AnyLanguage
    from articlelint.templates.names import Names


class MkDocs(Generator):
    """MkDocs publishes every file of ``docs/``."""

    name = "mkdocs"
    title = "MkDocs"
    preview_ports = frozenset({"8000"})
    equal_keys = "the last value is used"
    prints_decimals = True
    pages_have_front_matter = False
    shows_title = False  # the page begins with its own heading
    closing_dots = True
    passes_over_summary = False  # plugins for navigation read it
    markers = frozenset(CONFIGURATIONS)
    dialect = PythonMarkdown(
        Features(escaped=ESCAPED | {"|"}, fences="plain", tables=True, toc=True)
    )
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "date.created": DateRole.PUBLISHED,
        "date.updated": DateRole.UPDATED,
    }
    image_keys = ("image", "cover", "banner")

    def recognises(self, root: Path) -> bool:
        """Look for ``mkdocs.yml``, ``properdocs.yml``, ``mkdocs-online.yml``."""
        reader = Reader(root)
        if configuration_at(reader) in CONFIGURATIONS:
            docs = folder(read_configuration(reader).get("docs_dir"), "docs")
            return not _is_of_another(root / docs)
        config = read_configuration(reader)  # which folder it is of is nowhere written
        return "site_name" in config and (root / folder(config.get("docs_dir"), "docs")).is_dir()

    def settings(self, root: Path) -> Settings:
        """Read ``mkdocs.yml``: MkDocs' user guide, "Configuration"."""
        from articlelint.generators.mkdocs import templates

        reader = Reader(root)
        config = read_configuration(reader)
        from datetime import UTC

        theme = config.get("theme")
        theme_name = text(theme) or text(mapping(theme).get("name"))
        docs = folder(config.get("docs_dir"), "docs")
        others = other_folders(reader)
        static = [docs, *others]
        base_url = None if is_part(root) else text(config.get("site_url"))
        if custom := text(mapping(theme).get("custom_dir")):
            static.append(folder(custom, "."))
        macros = _plugin(config, "macros")
        settings = Settings(
            time_zone=UTC,
            template_syntax=templates.syntax(macros) if macros is not None else None,
            template_folders=tuple(static[1 + len(others) :]),
            future=mapping(_plugin(config, "blog")).get("draft_if_future_date") is not True,
            content=(docs, *others),
            unread=tuple(unread(config, docs)),
            drafts=tuple(drafts(config, docs)),
            static=tuple(static),
            ugly_urls=config.get("use_directory_urls") is False,
            language=text(mapping(theme).get("language")),
            themes=texts(theme_name),
            dialect=dialect(reader, config),
            languages=_languages_in_names(root),
        ).with_base_url(base_url)
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a post of the blog plugin, or of a page."""
        from articlelint.generators.mkdocs import schema as mkdocs

        return mkdocs.Post if is_post(path) else mkdocs.Page

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return the blog plugin's reader for its posts; nothing reads the dates of other pages."""
        if not is_post(path):
            return super().date_reader(path, key)
        from articlelint.generators.mkdocs import dates

        return dates.MkDocs()

    def reads_dates(self, path: PurePath) -> bool:
        """Tell whether it is a post of the blog plugin; MkDocs does nothing with dates."""
        return is_post(path)

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> AnyLanguage:
        """Return Jinja where the plugin for macros is there, and on."""
        from articlelint.generators.mkdocs import templates

        return templates.of_page(data or {}, settings.template_syntax or self.template_syntax)

    def template_names(self, root: Path) -> Names:
        """Return what the plugin for macros and ``extra`` have."""
        from articlelint.generators.mkdocs import templates

        reader = Reader(root)
        config = read_configuration(reader)
        return templates.names(root, config, _plugin(config, "macros"))

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file overrides a part of a theme."""
        return path.parts[:1] in {("overrides",), ("theme",), ("node_modules",), ("site",)}

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: paths, dates and front matter tell."""
        return True

    def link_candidates(
        self, target: str, place: str, here: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return none for a link that leaves the folder of a part of another site.

        Nor for one of a file that is put into others; and the file in the language of the article.
        """
        from articlelint.generators.mkdocs import addresses

        inner = within(root, here)
        if inner is not None and addresses.is_put_in(inner, root):
            return ()
        leaves = ".." in target and not resolve(here.parent, target).is_relative_to(root)
        if (leaves or target.startswith("/")) and is_part(root):
            return ()
        if target.startswith("/"):
            return None
        beside = (resolve(here.parent, target),)
        found = [each for each in _translated(beside, here, settings, root) if is_file(each)]
        return found or None

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Look for plugins and hooks that may make pages."""
        from articlelint.generators.mkdocs import addresses

        return addresses.unknown(root)

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the folders of blogs and translations, and redirected pages."""
        from articlelint.generators.mkdocs import addresses

        return tuple(addresses.made_folders(root))

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none: posts have no certain address."""
        return ()

    def permalink(
        self,
        path: PurePath,
        data: Mapping[str, object],
        settings: Settings,
    ) -> str | None:
        """Return the path of the page; a post of the blog plugin has its own."""
        relative = posix(path)
        if not relative.is_relative_to(settings.content[0]) or is_post(relative):
            return None
        inner = relative.relative_to(settings.content[0]).with_suffix("")
        base, language = settings.base_path, inner.suffix.removeprefix(".")
        if language and language in settings.languages:  # which the name of the file bears
            inner = inner.with_suffix("")
            base += "" if language == settings.languages[0] else f"{language}/"
        if inner.name in {"index", "README"}:
            inner = inner.parent
            return base if str(inner) == "." else f"{base}{inner}/"
        return f"{base}{inner}" + (".html" if settings.ugly_urls else "/")

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return the way of the toc extension, unless another ``slugify`` is configured."""
        extensions = markdown_extensions(read_configuration(Reader(root)))
        is_plain = not any(name == "toc" and "slugify" in each for name, each in extensions)
        return (IdStyle.PYTHON_MARKDOWN,) if is_plain else ANY_STYLE

    def layout_makes_ids(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> bool:
        """Tell whether the page has a template of its own, which may make anything of data.

        Or whether Material's plugin lists the tags there, with an id for each.
        """
        from articlelint.generators.mkdocs import addresses

        return bool(text(data.get("template"))) or addresses.lists_tags(posix(path), root)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article: user guide, "Linking to images and media"."""
        from articlelint.generators.mkdocs import addresses

        if root is None:
            return ()
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(root / p, name) for name in names for p in settings.static])
        relative = within(root, article)
        if relative is None or addresses.is_put_in(relative, root):
            return ()
        # Files of a theme are resolved as if they lay among the documents: ``files.py``.
        docs = next((each for each in settings.content if relative.is_relative_to(each)), None)
        themes = settings.template_folders if docs is not None else ()
        translated = _translated(
            (resolve((root / relative).parent, url_path),), root / relative, settings, root
        )
        if docs is not None and _page_path(relative, docs, url_path) in _OF_THEMES:
            return ()
        places = [each / relative.relative_to(docs or ".") for each in themes]
        usual = [resolve((root / place).parent, url_path) for place in (relative, *places)]
        return unique([*usual, *translated])

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look from the page's own URL: MkDocs leaves raw HTML as it is."""
        relative = within(root, article) if root is not None else None
        docs = settings.content[0]
        if root is None or url_path.startswith("/") or relative is None:
            return self.asset_candidates(url_path, article, settings, root)
        if not relative.is_relative_to(docs) or is_post(relative):
            return ()
        page = relative.relative_to(docs).with_suffix("")
        if settings.ugly_urls or page.name in {"index", "README"}:
            page = page.parent
        return (resolve(root / docs, rooted(str(page / url_path))),)


def _languages_in_names(root: Path) -> tuple[str, ...]:
    """Return the languages that the names of files bear, the default one first."""
    from articlelint.generators.mkdocs.translations import translations

    found = translations(root)
    return () if found is None or found.by_folder else found.languages


def _translated(
    files: Sequence[Path], article: Path, settings: Settings, root: Path
) -> Sequence[Path]:
    """Return what the plugin for translations takes *files* for, where the site has it."""
    from articlelint.generators.mkdocs.translations import translations

    found = translations(root)
    return () if found is None else found.meant_by(files, article, root / settings.content[0])


def is_post(path: PurePath) -> bool:
    """Tell whether the article at *path* is a post of Material's blog plugin."""
    return "posts" in path.parts[1:-1]


def _plugin(config: Mapping[str, Any], name: str) -> object:
    """Return the options of a plugin, a list's item or a table's value; None for no plugin."""
    plugins = config.get("plugins")
    if isinstance(plugins, list):
        return next(
            (
                item[name] or {} if isinstance(item, dict) else {}
                for item in plugins
                if item == name or (isinstance(item, dict) and name in item)
            ),
            None,
        )
    return mapping(plugins).get(name)


def _page_path(article: PurePosixPath, docs: PurePosixPath, url_path: str) -> str:
    """Return where a path leads, seen from an article, within the documents."""
    return posixpath.normpath(f"{article.relative_to(docs).parent}/{url_path}")


_OF_THEMES = frozenset({"assets/images/favicon.png", "img/favicon.ico", "img/grid.png"})
"""Files that themes bring: mkdocs/themes/mkdocs/img, material/templates/assets/images."""


def _is_of_another(docs: Path) -> bool:
    """Tell whether the documents are another generator's: MkDocs makes a page of ``_index.md``.

    A catalogue (Backstage) wants a configuration of MkDocs whatever they are published with.
    """
    return any(True for _ in islice(chain(docs.glob("_index.md"), docs.glob("*/_index.md")), 1))
