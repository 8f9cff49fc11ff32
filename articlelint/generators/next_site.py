"""What sites of Next.js have in common whose pages are MDX: its configuration, ``public/``, links.

https://nextjs.org/docs/app/api-reference/config/next-config-js
"""

from __future__ import annotations

from abc import abstractmethod
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar, Final

from articlelint.dates.role import DateRole
from articlelint.generators.generator import Generator
from articlelint.generators.paths import resolve, rooted, unique, within, without_base
from articlelint.generators.reading import Reader, javascript_string, without_comments
from articlelint.generators.settings import Mount, Settings
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.markdown.url_library import BareUrls
from articlelint.templates.jsx import Compiler
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path, PurePath

CONFIGURATIONS: Final = tuple(f"next.config.{each}" for each in ("mjs", "js", "ts", "mts", "cjs"))
PUBLIC: Final = PurePosixPath("public")
_MOVED: Final = Mount(PurePosixPath(), PurePosixPath("@moved"), "unknown")
"""Addresses are sent elsewhere, by patterns or by code."""
_SLASH: Final = regex(r"(?<![\w.$])trailingSlash\s*:\s*true\b")
_MOVES: Final = regex(r"(?<![\w.$])(?:redirects|rewrites)\s*[:(]")
_GROUP: Final = regex(r"\([^/]*\)/|@[^/]+/")
_ROUTE: Final = regex(r"(?:src/)?app/(?P<route>(?:[^/]+/)*)(?:page|route)\.(?:jsx?|tsx?|mdx?)")
_PAGE: Final = regex(r"(?:src/)?pages/(?P<route>.+)\.(?:jsx?|tsx?|mdx?)")


class NextSite(Generator):
    """A site of Next.js: what is in ``public/`` is served below the base path."""

    equal_keys = "the build stops"  # yaml: Map keys must be unique
    bundles_images = True
    shows_title = False  # the first heading does
    pages_have_front_matter = False
    preview_ports = frozenset({"3000"})
    skips_byte_order_mark = True
    puts_base_before_links = True  # next/link
    markers = frozenset(CONFIGURATIONS)
    dialect = CommonMark(GFM_OPTIONS | FOOTNOTES)
    bare_urls = BareUrls.GFM
    date_roles: ClassVar[Mapping[str, DateRole]] = {"date": DateRole.PUBLISHED}

    @abstractmethod
    def content(self, root: Path) -> tuple[PurePosixPath, ...]:
        """Return the folders of the articles."""

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``next.config``."""
        reader = Reader(root)
        config = configuration(reader)
        settings = Settings(
            bare_urls=True,
            content=self.content(root),
            static=(PUBLIC,),
            mdx=Compiler(react=True, variables=None),
            mounts=(_MOVED,) if _MOVES.search(without_comments(config)) else (),
            ugly_urls=_SLASH.search(without_comments(config)) is None,
        ).with_base_url(None, javascript_string(config, "basePath") or "/")
        return reader.with_problems(settings)

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether files tell them all."""
        return _MOVED not in settings.mounts

    def module_candidates(
        self, target: str, path: PurePath, settings: Settings, root: Path
    ) -> Sequence[Path]:
        """Resolve the aliases of ``tsconfig.json``, too."""
        from articlelint.generators import modules

        found = super().module_candidates(target, path, settings, root)
        return found or modules.by_paths(target, root)

    def is_template(self, path: PurePath) -> bool:
        """Tell whether the file was built, or belongs to packages; HTML is no article."""
        if path.suffix in {".html", ".htm"}:
            return True
        return not {"node_modules", ".next", "out"}.isdisjoint(path.parts[:-1])

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look beside the article, ``/a.png`` in ``public/``; aliases are not known."""
        if root is None or url_path.startswith(("@", "~", "#")):
            return ()
        if url_path.startswith("/"):
            return (resolve(root / PUBLIC, rooted(url_path)),)
        relative = within(root, article)
        return () if relative is None else (resolve((root / relative).parent, url_path),)

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Look in ``public/`` below the base path: tags are left as they are."""
        if root is None or not url_path.startswith("/"):
            return ()
        names = without_base(url_path, settings)
        return unique([resolve(root / PUBLIC, name) for name in names])


def configuration(reader: Reader) -> str:
    """Return the text of ``next.config``; "" where there is none."""
    return next((text for name in CONFIGURATIONS if (text := reader.text(name))), "")


def address(route: str, settings: Settings) -> str:
    """Return the URL path of a route, which has no slashes around it."""
    slash = "" if settings.ugly_urls or not route else "/"
    return f"{settings.base_path}{route}{slash}"


def without_groups(route: str) -> str:
    """Return the route of a folder of ``app/``: groups and slots have no part in it."""
    return _GROUP.sub("", f"{route.strip('/')}/").strip("/")


def routes(names: Sequence[str]) -> Iterator[str]:
    """Yield the routes of pages that are programs, what is dynamic of them left out."""
    for name in names:
        match = _ROUTE.fullmatch(name)
        if match is not None:
            yield without_groups(match["route"]).partition("[")[0].strip("/")
        elif (match := _PAGE.fullmatch(name)) is not None:
            route = match["route"].removesuffix("index").partition("[")[0]
            yield route.strip("/")
