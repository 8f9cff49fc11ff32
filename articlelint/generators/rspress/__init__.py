"""Rspress: https://rspress.rs/guide/start/introduction."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import resolve, rooted, unique, within, without_base
from articlelint.generators.reading import (
    Reader,
    folder,
    has_any,
    javascript_string,
    package_dependencies,
    package_major,
    without_comments,
)
from articlelint.generators.settings import Settings
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS, HEADING_ATTRIBUTES
from articlelint.markdown.url_library import BareUrls
from articlelint.templates.jsx import Compiler
from articlelint.text.files import is_file, is_folder
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

_CONFIGURATIONS = tuple(f"rspress.config.{each}" for each in ("ts", "mts", "js", "mjs", "cjs"))
_WRAPPED = "rstack.config.ts"
"""Where a program that has Rspress among others is configured: ``define.doc``."""
_SLUGS = regex(r"\b(?:remark|rehype)Plugins\b")
_CLEAN = regex(r"(?<![\w.$])cleanUrls\s*:\s*true\b")
_ENDINGS = (".mdx", ".md", "/index.mdx", "/index.md")


class RspressMarkdown(CommonMark):
    """remark with GFM, ``## Heading {#id}`` and remark-cjk-friendly."""

    reads_emphasis_beside_cjk = True

    def __init__(self) -> None:
        super().__init__(GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES)


class Rspress(Generator):
    """Rspress makes a page of each Markdown file in ``docs/``; ``docs/public/`` is copied."""

    name = "rspress"
    title = "Rspress"
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    shows_title = False  # the first heading does
    pages_have_front_matter = False
    skips_byte_order_mark = True  # gray-matter, lib/to-file.js, stripBom
    end_closes_front_matter = True  # gray-matter, index.js, closeIndex
    puts_base_before_links = True
    keeps_base_of_links = True
    markers = frozenset({*_CONFIGURATIONS, _WRAPPED})
    dialect = RspressMarkdown()
    bare_urls = BareUrls.GFM
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}
    image_keys = ("hero.image.src", "hero.image.src.light", "hero.image.src.dark")

    def recognises(self, root: Path) -> bool:
        """Look for ``rspress.config``, or for the npm package."""
        return has_any(_CONFIGURATIONS, root) or "@rspress/core" in package_dependencies(root)

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``rspress.config``: docs, "Basic config"."""
        reader = Reader(root)
        config = _configuration(reader)
        source = folder(javascript_string(config, "root"), "docs")
        settings = Settings(
            bare_urls=True,
            content=(source,),
            static=(source / "public",),
            language=javascript_string(config, "lang"),
            mdx=Compiler(heading_ids=True, react=True, variables=None),
            ugly_urls=_CLEAN.search(without_comments(config)) is None,
        ).with_base_url(None, javascript_string(config, "base") or "/")
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.rspress import schema as rspress

        return rspress.Page

    def module_candidates(
        self, target: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Resolve the aliases of ``tsconfig.json``, too."""
        from articlelint.generators import modules

        found = super().module_candidates(target, path, settings, root)
        found = found or modules.by_paths(target, root)
        parts = [found[0].with_name(found[0].name + each) for each in _ENDINGS[:2]] if found else []
        return (*found, *parts)

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file was built, or belongs to packages; HTML is no article."""
        if path.suffix in {".html", ".htm"}:
            return True
        return not {"node_modules", "doc_build"}.isdisjoint(path.parts[:-1])

    def passes_over(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether the file is served as it is."""
        return any(path.is_relative_to(folder) for folder in settings.static)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Tell whether it is no page by its name: docs, "Automatic navigation"."""
        return path.name.startswith("_")

    def knows_addresses(self, settings: Settings) -> bool:
        """Return True: files tell them."""
        return True

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return none."""
        return ()

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path, without the folder of the language of the site itself."""
        relative, source = PurePosixPath(path.as_posix()), settings.content[0]
        if not relative.is_relative_to(source) or relative.name.startswith("_"):
            return None
        inner = relative.relative_to(source).with_suffix("")
        if settings.language and inner.parts[:1] == (settings.language,):
            inner = PurePosixPath(*inner.parts[1:])
        if inner.name in {"index", ""}:
            place = "" if str(inner.parent) == "." else f"{inner.parent}/"
            return settings.base_path + place
        return f"{settings.base_path}{inner}{'.html' if settings.ugly_urls else ''}"

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name what may make pages."""
        from articlelint.generators.rspress import configured

        return configured.unknown(_configuration(Reader(root)))

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where programs are pages."""
        from articlelint.generators.rspress import configured

        return tuple(configured.made(root, settings.content[0], settings.language))

    def resolves_links(self, root: Path) -> bool:
        """Tell whether ``owl`` may be seen from the root, as in the first version."""
        return package_major(root, "rspress") == 1

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return the source of a page, in the language of the article: ``autoPrefix``."""
        relative = within(root, article)
        source = settings.content[0]
        if not target.startswith("/") or relative is None or not relative.is_relative_to(source):
            return None
        language = relative.relative_to(source).parts[0]
        name = rooted(target).removesuffix(".html")
        if not is_folder(root / source / language):
            return None
        places = [f"{language}/{name}{ending}" for ending in ("", *_ENDINGS)]
        found = [resolve(root / source, each) for each in places]
        return tuple(each for each in found if is_file(each))[:1] or None

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return Rspress' own way, unless plugins may change it."""
        config = without_comments(_configuration(Reader(root)))
        return ANY_STYLE if _SLUGS.search(config) else (IdStyle.RSPRESS,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, ``/a.png`` in ``public/``; aliases are not known."""
        if root is None or url_path.startswith(("@", "~", "#")):
            return ()
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique(
                [resolve(root / each, name) for name in names for each in settings.static]
            )
        relative = within(root, article)
        return () if relative is None else (resolve((root / relative).parent, url_path),)


def _configuration(reader: Reader) -> str:
    names = (*_CONFIGURATIONS, _WRAPPED)
    return next((text for name in names if (text := reader.text(name))), "")
