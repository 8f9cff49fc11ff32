"""Nuxt Content: https://content.nuxt.com/docs/."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.mdc import Mdc
from articlelint.generators.nuxt_content.routes import SHOWS_ALL, routes
from articlelint.generators.paths import resolve, rooted, unique, within, without_base
from articlelint.generators.reading import (
    Reader,
    javascript_string,
    package_dependencies,
    without_comments,
)
from articlelint.generators.settings import Settings
from articlelint.generators.tree import tree
from articlelint.markdown.url_library import BareUrls
from articlelint.templates import TemplateSyntax
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

_CONFIGURATIONS = tuple(f"nuxt.config.{each}" for each in ("ts", "js", "mjs"))
_PACKAGES = frozenset({"@nuxt/content", "docus"})
_CONTENT = PurePosixPath("content")
_ORDER = regex(r"(?:(?<=/)|^)\d+\.(?=[^/])")
_PLAIN = regex(r"[A-Za-z0-9_-]+")
_MOVES = regex(r"\b(?:prefix|cwd|repository|pathMeta|i18n|documentDriven|ignores?)\b\s*[:(]")
_COLLECTIONS = tuple(f"content.config.{each}" for each in ("ts", "js", "mjs"))
_CHANGES = regex(r"\b(?:remark|rehype)Plugins\b")


class NuxtContent(Generator):
    """Nuxt Content reads ``content/``; ``public/`` is served as it is."""

    name = "nuxt-content"
    title = "Nuxt Content"
    preview_ports = frozenset({"3000"})
    equal_keys = "the front matter cannot be read"  # js-yaml: duplicated mapping key
    bundles_images = True
    shows_title = False  # the first heading does
    pages_have_front_matter = False
    puts_base_before_links = True
    markers = frozenset(_CONFIGURATIONS)
    dialect = Mdc()
    bare_urls = BareUrls.GFM
    template_syntax = TemplateSyntax.ANY
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}

    def recognises(self, root: Path) -> bool:
        """Look for the npm package beside ``nuxt.config``."""
        return not _PACKAGES.isdisjoint(package_dependencies(root))

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``nuxt.config``."""
        reader = Reader(root)
        config = _configuration(reader)
        settings = Settings(
            bare_urls=True,
            content=(_CONTENT,),
            static=(PurePosixPath("public"), PurePosixPath("static")),
            patterns=_patterns(root, reader, config),
        ).with_base_url(None, javascript_string(config, "baseURL") or "/")
        return reader.with_problems(settings)

    def schema(self, path: PurePath) -> type | None:
        """Return the front matter of a page."""
        from articlelint.generators.nuxt_content import schema as nuxt

        return nuxt.Page

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file was built, or belongs to packages; HTML is no article."""
        if path.suffix in {".html", ".htm"}:
            return True
        return not {"node_modules", ".nuxt", ".output", "dist"}.isdisjoint(path.parts[:-1])

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing to links."""
        return False

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return the source that ``owl.md`` means, ``2.owl.md``: ``normaliseLink``."""
        relative = within(root, article)
        if not target.endswith(".md") or target.startswith("/") or relative is None:
            return None
        wanted = _ORDER.sub("", normpath(str(relative.parent / target)))
        found = _unordered(root).get(wanted)
        return None if found is None else (root / found,)

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether one page shows whatever is asked for."""
        return bool(settings.patterns)

    def address_keys(self, settings: Settings) -> Collection[str]:
        """Return the keys that a path can be given by."""
        return ("path", "_path")

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return the path of the file, each part as ``slugify`` writes it: ``generatePath``."""
        relative = PurePosixPath(path.as_posix())
        if not settings.patterns or not relative.is_relative_to(_CONTENT):
            return None
        own = next((data[key] for key in self.address_keys(settings) if data.get(key)), None)
        if own is not None:
            is_path = isinstance(own, str) and own.startswith("/")
            return f"{settings.base_path}{str(own)[1:]}" if is_path else None
        parts = relative.relative_to(_CONTENT).with_suffix("").parts
        names = [_ORDER.sub("", part) for part in parts]
        if not all(map(_PLAIN.fullmatch, names)):
            return None
        if names[-1] == "index":
            names.pop()
        return settings.base_path + "/".join(names).lower()

    def keeps_name(self, path: PurePath, data: Mapping[str, object], settings: Settings) -> bool:
        """Tell whether no path of its own is given."""
        return not any(data.get(key) for key in self.address_keys(settings))

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Look for pages, modules and programs that may add some."""
        return routes(root, _configuration(Reader(root))).unknown

    def made_pages(self, settings: Settings, root: Path) -> Collection[tuple[str, str]]:
        """Return the pages of Vue."""
        return routes(root, _configuration(Reader(root))).pages

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where pages of Vue take a part of their address as a parameter."""
        return routes(root, _configuration(Reader(root))).below

    def heading_id_styles(self, root: Path) -> tuple[IdStyle, ...]:
        """Return the way of ``@nuxtjs/mdc``, unless plugins may change it."""
        config = without_comments(_configuration(Reader(root)))
        return ANY_STYLE if _CHANGES.search(config) else (IdStyle.MDC,)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in ``public/``; beside the article too, from where modules may copy it."""
        if root is None or url_path.startswith(("@", "~", "#")):
            return ()
        public = [root / name for name in settings.static]
        if url_path.startswith("/"):
            names = without_base(url_path, settings)
            return unique([resolve(each, name) for name in names for each in public])
        relative = within(root, article)
        if relative is None:
            return ()
        folder = root / relative.parent
        return unique([resolve(folder, url_path), *(resolve(p, rooted(url_path)) for p in public)])


def _configuration(reader: Reader) -> str:
    return next((text for name in _CONFIGURATIONS if (text := reader.text(name))), "")


def _patterns(root: Path, reader: Reader, config: str) -> tuple[tuple[str, str], ...]:
    """Return that the folder is published at the root, where one page shows all that is in it."""
    collections = [reader.text(name) for name in _COLLECTIONS]
    if any(map(_MOVES.search, (without_comments(each) for each in (config, *collections)))):
        return ()
    shows = any(map(SHOWS_ALL.fullmatch, tree(root) or ()))
    return ((str(_CONTENT), ""),) if shows else ()


@lru_cache(maxsize=16)
def _unordered(root: Path) -> dict[str, str]:
    """Return the sources by their paths without numbers that only order them."""
    names = [name for name in tree(root) or () if name.endswith(".md")]
    return {_ORDER.sub("", name): name for name in names if name.startswith(f"{_CONTENT}/")}
