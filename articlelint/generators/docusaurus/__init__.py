"""Docusaurus: https://docusaurus.io/docs."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.docusaurus import mdx
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import posix, resolve, rooted, unique, within, without_base
from articlelint.generators.reading import (
    Reader,
    folder,
    has_any,
    javascript_list,
    javascript_string,
    package_dependencies,
)
from articlelint.generators.settings import Mount, Settings
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS, HEADING_ATTRIBUTES
from articlelint.markdown.url_library import BareUrls
from articlelint.templates.names import Names
from articlelint.text.files import exists, is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.generators.claim import Claim
    from articlelint.templates.jsx import Compiler

_KEEPS_CASE = regex(r"\bmaintainCase\s*:\s*true")
_CONFIGURATIONS = tuple(f"docusaurus.config.{e}" for e in ("js", "ts", "mjs", "cjs", "mts"))
_CONTENT = ("docs", "blog", "src/pages", "versioned_docs", "i18n")
_PATH = regex(r"""(?<![\w.])path\s*:\s*["'](?P<path>[\w./@-]+)["']""")

_LOCALES = regex(r"\blocaleConfigs\s*:\s*\{(?:[^{}]++|\{[^{}]*+\})*+\}")
_DECIDES = regex(r"\b(?:include|exclude|numberPrefixParser)\b\s*[:(]")
_SOURCES = (".md", ".mdx")
_UNKNOWN = Mount(PurePosixPath(), PurePosixPath("@unknown"), "unknown")
"""Which articles there are, or what they are called, is a matter of patterns or of code."""


class Docusaurus(Generator):
    """Docusaurus reads ``docs/`` and ``blog/``; images are in ``static/`` or beside the article.

    The site is often in ``website/`` and its documents in ``docs/`` next to it: the root is
    then the folder of both.
    """

    name = "docusaurus"
    title = "Docusaurus"
    pages_have_front_matter = False  # parts are called ``_part.mdx``
    preview_ports = frozenset({"3000"})
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    front_matter_images_are_relative = True
    front_matter_images_are_resolved = True
    takes_date_from_name = True
    stops_at_dated_names = True
    shows_title = False  # a heading of level 1 takes its place
    puts_base_before_links = True
    keeps_base_of_links = True
    markdown_is_mdx = True  # Docusaurus 3, `markdown.format`: "mdx" is the default
    skips_byte_order_mark = True  # gray-matter, lib/to-file.js, stripBom
    end_closes_front_matter = True  # gray-matter, index.js, closeIndex
    markers = frozenset({*_CONFIGURATIONS, "package.json", "website"})
    # remark with GFM, and ``## Heading {#id}``.
    dialect = CommonMark(GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES)
    bare_urls = BareUrls.GFM
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "last_update.date": DateRole.UPDATED,
    }
    image_keys = ("image", "author_image_url", "authorImageURL", "authors.image_url")
    tag_keys = ("tags",)

    def recognises(self, root: Path) -> bool:
        """Look for ``docusaurus.config.js`` or the npm package, here or in ``website/``."""
        return _is_site(root) or (
            (root / "website").is_dir() and (root / "docs").is_dir() and _is_site(root / "website")
        )

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``docusaurus.config.js``: docs, "docusaurus.config.js"."""
        from datetime import UTC

        from articlelint.generators.docusaurus import addresses

        home = _home(root)
        reader = Reader(root / home)
        config = _configuration(reader)
        static = javascript_list(config, "staticDirectories") or ("static",)
        content = [home / name for name in _CONTENT]
        if str(home) != ".":
            content.append(PurePosixPath("docs"))
        content += [home / folder(match["path"], ".") for match in _PATH.finditer(config)]
        alias = Mount(home, PurePosixPath("@site"), "alias")
        settings = Settings(
            bare_urls=True,
            time_zone=UTC,
            content=tuple(dict.fromkeys(content)),
            patterns=tuple(
                (posixpath.normpath(home / part.folder), part.route)
                for part in addresses.parts(config).parts
            ),
            static=tuple(home / folder(name, "static") for name in static),
            mounts=(alias, _UNKNOWN) if _DECIDES.search(config) else (alias,),
            language=javascript_string(config, "defaultLocale") or "en",
            languages=_languages(config),
            mdx=mdx.compiler(root / home, config),
        ).with_base_url(javascript_string(config, "url"), javascript_string(config, "baseUrl"))
        return reader.with_problems(settings)

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Docusaurus's way with dates; ``last_update`` has one of its own."""
        from articlelint.generators.docusaurus import (
            dates,
            update_dates,
        )

        if key == "last_update.date":
            return update_dates.DocusaurusUpdate()
        return dates.Docusaurus()

    def term_key(self, term: str) -> str:
        """Return what the address of a tag's page is made of."""
        from articlelint.generators.docusaurus import terms

        return terms.key(term)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a blog post or a document."""
        from articlelint.generators.docusaurus import schema as docusaurus

        return docusaurus.Post if is_blog(path) else docusaurus.Document

    def mdx_compiler(
        self,
        path: PurePath,
        data: Mapping[str, object] | None,
        settings: Settings,
        root: Path | None,
    ) -> Compiler | None:
        """Return it where the file is MDX: ``mdx.format`` of the front matter, or its extension.

        None outside of the folders that plugins read.
        """
        if not any(path.is_relative_to(folder) for folder in settings.content):
            return None
        return settings.mdx if mdx.is_compiled(path, data, settings.mdx) else None

    def template_names(self, root: Path) -> Names:
        """Return the components that all articles have."""
        from articlelint.generators.docusaurus.components import components

        home = root / _home(root)
        return Names(tags=components(home, _configuration(Reader(home))))

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Look which of the theme's they are, and into the site's own."""
        from articlelint.generators.docusaurus import component_ids

        page = PurePosixPath(path.as_posix())
        return component_ids.may_make_ids(names, page, root, root / _home(root))

    def module_candidates(
        self, target: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Resolve ``@site/``; aliases of themes and packages are not looked for."""
        from articlelint.generators import modules

        if target.startswith("@site/"):
            return modules.candidates(resolve(root / _home(root), target[6:]))
        return super().module_candidates(target, path, settings, root)

    def is_template(self, path: PurePath) -> bool:
        """Files and folders that start with an underscore are parts, imported by others.

        Pages are Markdown alone: ``plugin-content-docs``, ``include``.
        """
        if path.suffix in {".html", ".htm"}:
            return True
        if not {"node_modules", "build", ".docusaurus"}.isdisjoint(path.parts[:2]):
            return True
        return any(part.startswith("_") for part in path.parts)

    def is_left_over(self, path: PurePath, settings: Settings, root: Path) -> bool:
        """Tell whether the file translates a document that is not there any more."""
        if "i18n" not in path.parts[:2]:
            return False
        from articlelint.generators.docusaurus import translations

        return translations.has_no_original(posix(path), settings, root, _home(root))

    def claims(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> Iterable[Claim]:
        """Return the id and the slug."""
        from articlelint.generators.docusaurus import claims

        if _UNKNOWN in settings.mounts:
            return ()
        return claims.claims(PurePosixPath(path.as_posix()), data or {}, settings)

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether it is known what is published where."""
        return bool(settings.patterns)

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the slug below the ``routeBasePath`` of the plugin."""
        from articlelint.generators.docusaurus import addresses

        if _UNKNOWN in settings.mounts:
            return None
        found = addresses.address(PurePosixPath(path.as_posix()), data, settings)
        return None if found is None else settings.base_path + found

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return what an address is made of, but the path."""
        return ("slug", "id", "draft", "parse_number_prefixes")

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name a plugin that may make pages, or a part of the configuration that is no literal."""
        from articlelint.generators.docusaurus import addresses

        home = root / _home(root)
        return addresses.unknown(_configuration(Reader(home)), home)

    def page_folders(self, settings: Settings) -> Collection[tuple[str, str]]:
        """Return those of the plugins; translations and versions are apart."""
        return settings.patterns

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where lists, generated indexes, translations and pages of React are."""
        from articlelint.generators.docusaurus import addresses

        home = root / _home(root)
        usual = settings.language or "en"
        config = _configuration(Reader(home))
        languages = javascript_list(config, "locales") or ()
        return tuple(addresses.made(config, home, languages, usual))

    def resolves_links(self, root: Path) -> bool:
        """Return True: ``owl`` is seen from the page's address, which ends with a slash or not."""
        return True

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Resolve ``@site/`` from the root, and sources from a translation."""
        from articlelint.generators.docusaurus import translations

        if target.startswith("@site/") and "\\" not in target:
            return (resolve(root, target[6:]),)
        relative = within(root, article)
        if relative is None or "i18n" not in relative.parts or not target.endswith(_SOURCES):
            return None
        path = PurePosixPath(relative.as_posix())
        return translations.sources(target, path, settings, root, _home(root)) or None

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return github-slugger's way, with ids of the author's own.

        Another where the configuration keeps the case, or the generator is patched.
        """
        home = root / _home(root)
        if _KEEPS_CASE.search(_configuration(Reader(home))) or _is_patched(home):
            return ANY_STYLE
        return (IdStyle.DOCUSAURUS,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, ``/a.png`` and front matter's ``a.png`` in static folders.

        docusaurus, ``docusaurus-mdx-loader/src/remark/transformImage``.
        """
        if root is None:
            return ()
        for mount in settings.mounts:
            if url_path.startswith(f"{mount.target}/"):
                return (resolve(root / mount.source, url_path[len(str(mount.target)) + 1 :]),)
        static = [root / name for name in settings.static]
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(place, name) for name in names for place in static])
        relative = within(root, article)
        if relative is None:
            return ()
        found = [resolve((root / relative).parent, url_path)]
        if not url_path.startswith("."):
            found += [resolve(place, url_path) for place in static]
        return unique(found)

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in static folders only, from the page's own URL: tags are left as they are.

        Docs, "Static Assets". The URL ends with a slash or not, as is configured. One of several
        sites in a repository may be published with the files beside them all.
        """
        relative = within(root, article) if root is not None else None
        if root is None or relative is None or url_path.startswith(("/", "@")):
            usual = self.asset_candidates(url_path, article, settings, root)
            if root is None or exists(root / ".git"):  # beyond a repository nobody looks
                return usual
            shared = resolve(root.parent / "static", rooted(url_path))
            return (*usual, shared) if is_file(shared) else usual
        page = relative.with_suffix("")
        pages = (page.parent, page)
        return unique(
            [resolve(root / place, str(at / url_path)) for place in settings.static for at in pages]
        )


def is_blog(path: PurePath) -> bool:
    """Tell whether the article at *path* is a blog post, by the folder's usual name."""
    return any(
        part.startswith(("blog", "docusaurus-plugin-content-blog")) for part in path.parts[:-1]
    )


def _home(root: Path) -> PurePosixPath:
    """Return the folder of the configuration; a package at the root may be of the one inside."""
    if has_any(_CONFIGURATIONS, root):
        return PurePosixPath()
    inner = (root / "docs").is_dir() and has_any(_CONFIGURATIONS, root / "website")
    return PurePosixPath() if _is_site(root) and not inner else PurePosixPath("website")


def _is_patched(home: Path) -> bool:
    """Tell whether patch-package, pnpm or Yarn change what the generator does."""
    return any(
        "docusaurus" in path.name
        for folder in ("patches", ".yarn/patches")
        for path in (home / folder).glob("*.patch")
    )


def _languages(config: str) -> tuple[str, ...]:
    """Return the languages of the site, after which its folders of translations are called.

    Nothing where there may be others, or where a language has a folder of another name.
    """
    own = _LOCALES.search(config)
    if own is not None and "path" in own[0]:
        return ()
    return javascript_list(config, "locales", whole=True) or ()


def _configuration(reader: Reader) -> str:
    return next((text for name in _CONFIGURATIONS if (text := reader.text(name))), "")


def _is_site(root: Path) -> bool:
    return has_any(_CONFIGURATIONS, root) or "@docusaurus/core" in package_dependencies(root)
