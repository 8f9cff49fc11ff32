"""VitePress: https://vitepress.dev/guide/what-is-vitepress."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import resolve, rooted, unique, within
from articlelint.generators.reading import (
    Reader,
    folder,
    has_any,
    javascript_string,
    own_string,
    without_comments,
)
from articlelint.generators.settings import Settings
from articlelint.generators.tree import tree
from articlelint.markdown.url_library import BareUrls
from articlelint.markdown.vue import Vue
from articlelint.templates import TemplateSyntax
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.templates import TemplateTag
    from articlelint.templates.names import Names

_CONFIGURATIONS = tuple(
    f".vitepress/{name}.{extension}"
    for name in ("config", "config/index")
    for extension in ("js", "mjs", "ts", "mts")
)
_FROM_ELSEWHERE = regex(
    r"""\bdefineConfig\w*\b[^;{}()\n]*\}\s*from\s*['"](?!vitepress['"]|vitepress-plugin)"""
)
"""A package around VitePress, with settings of its own."""
_IGNORES = regex(r"(?<![\w.$])ignoreDeadLinks\s*:\s*(?!false|['\"]localhostLinks)")
_REWRITES = regex(r"(?<![\w.$])rewrites\s*[:(]")


class VitePress(Generator):
    """VitePress reads ``srcDir``; images are beside the page or in its ``public/``."""

    name = "vitepress"
    title = "VitePress"
    preview_ports = frozenset({"5173", "3000"})
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    puts_base_before_links = True
    shows_title = False  # the first heading does
    pages_have_front_matter = False
    skips_byte_order_mark = True  # gray-matter, lib/to-file.js, stripBom
    end_closes_front_matter = True  # gray-matter, index.js, closeIndex
    markers = frozenset({".vitepress"})
    dialect = Vue()
    bare_urls = BareUrls.LINKIFY
    # ``{{ … }}`` is an expression: docs, "Using Vue in Markdown".
    template_syntax = TemplateSyntax.VUE
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}
    tag_keys = ("tags", "categories", "category")

    def recognises(self, root: Path) -> bool:
        """Look for ``.vitepress/config``, or the theme."""
        return has_any((*_CONFIGURATIONS, ".vitepress/theme"), root)

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``.vitepress/config``: docs, "Site Config"."""
        from articlelint.generators.vitepress import markdown

        reader = Reader(root)
        config = next((each for name in _CONFIGURATIONS if (each := reader.text(name))), "")
        source = folder(own_string(config, "srcDir"), ".")
        settings = Settings(
            content=(source,),
            # With rewrites a page may stand elsewhere than its source.
            static=() if _REWRITES.search(config) else (source / "public",),
            language=javascript_string(config, "lang"),
            dialect=markdown.dialect(config),
            bare_urls=markdown.finds_urls(config),
        ).with_base_url(None, own_string(config, "base") or "/")
        return reader.with_problems(settings)

    def template_names(self, root: Path) -> Names:
        """Return what the theme gives all pages."""
        from articlelint.generators.vitepress import templates

        return templates.names(root)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.vitepress import schema as vitepress

        return vitepress.Page

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file belongs to the theme or to packages; pages are Markdown alone."""
        return path.suffix != ".md" or not {".vitepress", "node_modules"}.isdisjoint(
            path.parts[:-1]
        )

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether there are no rewrites."""
        return bool(settings.static)

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name the option for links to what else is at the site's address: docs, "Site Config"."""
        reader = Reader(root)
        config = without_comments("".join(map(reader.text, _CONFIGURATIONS)))
        return (
            "`ignoreDeadLinks` allows links to pages that are not there"
            if _IGNORES.search(config)
            else ""
        )

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return the folders of dynamic routes: docs, "Routing"."""
        return [
            str(PurePosixPath(name.partition("[")[0] + "x").parent.relative_to(source))
            for source in settings.content
            for name in tree(root) or ()
            if "[" in name and name.endswith(".md") and PurePosixPath(name).is_relative_to(source)
        ]

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none."""
        return ()

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path: docs, "Routing"."""
        relative, source = PurePosixPath(path.as_posix()), settings.content[0]
        if not settings.static or not relative.is_relative_to(source) or "[" in str(relative):
            return None
        inner = relative.relative_to(source).with_suffix("")
        if inner.name == "index":
            folder = "" if str(inner.parent) == "." else f"{inner.parent}/"
            return settings.base_path + folder
        return f"{settings.base_path}{inner}"

    def ids_of(
        self, tag: TemplateTag, path: PurePath, settings: Settings, root: Path
    ) -> Collection[str] | None:
        """Return none: an expression puts out text."""
        return ()

    def layout_ids(self, root: Path) -> Collection[str] | None:
        """Return None where a plugin of Vite puts text in, or a package has the settings."""
        from articlelint.generators import vue_components

        config = "".join(map(Reader(root).text, _CONFIGURATIONS))
        if _FROM_ELSEWHERE.search(config):
            return None
        return None if vue_components.pages_are_transformed(root) else ()

    def component_makes_ids(self, names: Collection[str], path: PurePath, root: Path) -> bool:
        """Look into the components that lie in the site."""
        from articlelint.generators import vue_components

        return vue_components.may_make_ids(names, path, root)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return the way of ``@mdit-vue/shared``, unless another ``slugify`` is configured."""
        reader = Reader(root)
        config = "".join(map(reader.text, _CONFIGURATIONS))
        if _FROM_ELSEWHERE.search(config):
            return ()
        return ANY_STYLE if "slugify" in config else (IdStyle.MDIT_VUE,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, or in ``public/`` and the source folder for ``/a.png``.

        Docs, "Asset Handling". Aliases (``@/a.png``, ``~/a.png``) are Vite's, and not known.
        """
        if root is None or not settings.static or url_path.startswith(("@", "~")):
            return ()
        if url_path.startswith("/"):  # without the base, which is put before it
            places = [root / name for name in (*settings.static, *settings.content)]
            return unique([resolve(place, rooted(url_path)) for place in places])
        relative = within(root, article)
        return () if relative is None else (resolve((root / relative).parent, url_path),)
