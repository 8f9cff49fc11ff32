"""VuePress, which has two versions that differ in much: https://vuepress.vuejs.org/guide/."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import resolve, rooted, unique, within, without_base
from articlelint.generators.reading import Reader, has_any, javascript_string
from articlelint.generators.settings import Settings
from articlelint.generators.vuepress.dialects import VuePress1Markdown, VuePressMarkdown
from articlelint.templates import TemplateSyntax
from articlelint.text.files import is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.markdown.dialect import Dialect
    from articlelint.templates import TemplateTag
    from articlelint.templates.language import AnyLanguage

_CONFIGURATIONS = (
    *(f".vuepress/config.{each}" for each in ("ts", "js", "mjs", "cjs", "mts", "yml", "toml")),
    *(f".vuepress/config/index.{each}" for each in ("ts", "js", "mjs")),
    *(f"vuepress.config.{each}" for each in ("ts", "js", "mjs", "cjs")),
)
_PUBLIC = PurePosixPath(".vuepress/public")
_PLAIN = regex(r"[\w./ -]+")


class VuePress(Generator):
    """VuePress 2 makes a page of each ``.md``; ``.vuepress/public/`` is served as it is."""

    name = "vuepress"
    title = "VuePress"
    preview_ports = frozenset({"8080"})
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    shows_title = False  # the first heading does
    pages_have_front_matter = False
    skips_byte_order_mark = True  # gray-matter, lib/to-file.js, stripBom
    end_closes_front_matter = True  # gray-matter, index.js, closeIndex
    links_by_file = True  # plugins/linksPlugin, resolvePaths
    markers = frozenset({".vuepress"})
    dialect: ClassVar[Dialect] = VuePressMarkdown()
    template_syntax = TemplateSyntax.VUE
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}
    image_keys: ClassVar[tuple[str, ...]] = ("heroImage", "heroImageDark")
    tag_keys = ("tag", "tags", "category", "categories")
    id_style = IdStyle.VUEPRESS

    def recognises(self, root: Path) -> bool:
        """Look for ``.vuepress/config``, or a theme, of the second version."""
        from articlelint.generators.vuepress import versions

        return _is_site(root) and versions.version(root, configuration(root)) != 1

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``.vuepress/config``: docs, "Config"."""
        reader = Reader(root)
        config = configuration(root)
        settings = Settings(
            static=(_PUBLIC,),
            language=javascript_string(config, "lang"),
            dialect=self.of_configuration(config),
        ).with_base_url(None, javascript_string(config, "base") or "/")
        return reader.with_problems(settings)

    def of_configuration(self, config: str) -> Dialect | None:
        """Return how Markdown is read where *config* may change it."""
        from articlelint.generators.vuepress import configured

        return self.dialect.opened() if configured.adds_markdown(config) else None

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.vuepress import schema as vuepress

        return vuepress.Page

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> AnyLanguage:
        """Return Vue's expressions, those in inline code left out."""
        from articlelint.generators.vuepress.templates import VueOutsideCode

        return settings.template_syntax or VueOutsideCode()

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file belongs to the theme or to packages; pages are Markdown alone."""
        return path.suffix != ".md" or not {".vuepress", "node_modules"}.isdisjoint(path.parts[:-1])

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: a file's path tells its address, unless front matter does."""
        return True

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name what may make pages, or give them other addresses."""
        from articlelint.generators.vuepress import configured

        return configured.unknown(configuration(root))

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return those of permalinks."""
        return ("permalink", "permalinkpattern")

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path, or the permalink: docs, "Page"."""
        own = data.get("permalink")
        if own:
            if not isinstance(own, str) or ":" in own or not _PLAIN.fullmatch(own):
                return None
            return settings.base_path + own.lstrip("/")
        if data.get("permalinkPattern") or not _PLAIN.fullmatch(str(path)):
            return None
        inner = PurePosixPath(path.as_posix()).with_suffix("")
        if inner.name.lower() in {"index", "readme"}:
            folder = "" if str(inner.parent) == "." else f"{inner.parent}/"
            return settings.base_path + folder
        return f"{settings.base_path}{inner}.html"

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return the source of ``owl.html``, which is redirected where it has a permalink."""
        if not target.endswith(".html"):
            return None
        if target.startswith("/"):
            names = without_base(target, settings)
            page = resolve(root, rooted(target) if self.puts_base_before_links else names[0])
        else:
            page = resolve(article.parent, target)
        source = page.with_suffix(".md")
        return (source,) if is_file(source) else None

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Return none: an expression puts out text."""
        return ()

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Look into the components that lie in the site."""
        from articlelint.generators import vue_components

        return vue_components.may_make_ids(names, path, root)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return the way of ``@mdit-vue/shared``, unless the configuration may change it."""
        from articlelint.generators.vuepress import configured

        changes = configured.changes_ids(configuration(root))
        return ANY_STYLE if changes else (self.id_style,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, or in ``.vuepress/public/`` and the root for ``/a.png``.

        Docs, "Assets". Aliases (``@images/a.png``) are not known.
        """
        if root is None or url_path.startswith(("@", "~")):
            return ()
        if url_path.startswith("/"):
            places = [root / _PUBLIC, root]
            names = without_base(url_path, settings)
            return unique([resolve(place, name) for name in names for place in places])
        relative = within(root, article)
        return () if relative is None else (resolve((root / relative).parent, url_path),)


class VuePress1(VuePress):
    """VuePress 1 puts the base path before links, and leaves images as they are."""

    name = "vuepress1"
    title = "VuePress 1"
    puts_base_before_links = True  # @vuepress/markdown, lib/link.js
    dialect: ClassVar[Dialect] = VuePress1Markdown()
    image_keys = ("heroImage",)
    id_style = IdStyle.VUEPRESS_1

    def recognises(self, root: Path) -> bool:
        """Look for ``.vuepress/config``, or a theme, of the first version."""
        from articlelint.generators.vuepress import versions

        return _is_site(root) and versions.version(root, configuration(root)) == 1

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> AnyLanguage:
        """Return Vue's expressions, in inline code too, unless a program may leave those out."""
        from articlelint.generators.vuepress.templates import VueOutsideCode

        dialect = settings.dialect
        if isinstance(dialect, VuePress1Markdown) and dialect.may_spare_code:
            return VueOutsideCode()
        return settings.template_syntax or self.template_syntax

    def of_configuration(self, config: str) -> Dialect | None:
        """Return how Markdown is read where *config* may change it, and put code out."""
        from articlelint.generators.vuepress import configured

        dialect = super().of_configuration(config)
        if isinstance(dialect, VuePress1Markdown):
            dialect.may_spare_code = configured.runs_markdown(config)
        return dialect


def configuration(root: Path) -> str:
    """Return the text of the configuration; "" where there is none."""
    reader = Reader(root)
    return next((each for name in _CONFIGURATIONS if (each := reader.text(name))), "")


def _is_site(root: Path) -> bool:
    return has_any((*_CONFIGURATIONS, ".vuepress/theme"), root)
