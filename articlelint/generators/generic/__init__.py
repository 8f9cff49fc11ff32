"""Articles of no recognised generator."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.generator import Generator
from articlelint.generators.paths import posix, resolve, unique, without_base
from articlelint.generators.reading import Reader
from articlelint.generators.settings import Settings
from articlelint.generators.tree import SOURCES, ending
from articlelint.generators.unsupported import DOCUSAURUS_1, OF_FILES, unsupported
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import FOOTNOTES, GFM_OPTIONS
from articlelint.templates import TemplateSyntax
from articlelint.text.files import folders_in, is_file, is_folder
from articlelint.text.languages import LANGUAGE
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import PurePath

    from articlelint.generators.id_style import AnyIds
    from articlelint.templates.jsx import Compiler
    from articlelint.templates.language import AnyLanguage


_SERVED = tuple(
    PurePosixPath(f"{folder}{name}")
    for folder in ("", "src/", "docs/", "site/", "website/")
    for name in ("public", "static")
)
"""Where generators that are not known keep what is served from the root."""


def _elsewhere(found: Sequence[Path], url_path: str, root: Path | None) -> Iterator[Path]:
    """Yield the files with just that long path below a folder that nobody knows to be served."""
    wanted = PurePosixPath(url_path.lstrip("/"))
    if (
        root is None
        or len(wanted.parts) < _LONG
        or wanted.parts[0] == ".."
        or any(map(is_file, found))
    ):
        return
    yield from (each for each in ending(root, wanted) if each.name == wanted.name)


_LONG = 3
"""Parts; that much of a path is no other file's by chance."""


def _is_in_folder_below(summary: Path, target: str) -> bool:
    if is_file(summary.parent / target):
        return False
    return any(is_file(resolve(folder, target)) for folder in _folders_in(summary.parent))


_folders_in = lru_cache(maxsize=64)(folders_in)


@lru_cache(maxsize=64)
def _served(root: Path) -> tuple[Path, ...]:
    """Return the folders that a generator may serve from the *root*; those that are there."""
    places = [*_SERVED, *(PurePosixPath(folder, "static") for folder in _of_hugo(root))]
    return tuple(folder for each in places if (folder := root / each).is_dir())


def _of_hugo(root: Path) -> list[str]:
    """Return the folders with a configuration, into which a script may put the articles."""
    try:
        folders = sorted(each.name for each in root.iterdir() if not each.name.startswith("."))
    except OSError:
        return []
    return [each for each in folders if any(map(is_file, _configurations(root / each)))]


def _configurations(folder: Path) -> list[Path]:
    return [folder / name for name in _MOUNTING]


class Generic(Generator):
    """No generator in particular: only what all of them agree on is taken for granted."""

    name = "generic"
    title = "no recognised generator"
    has_content_folder = False
    pages_have_front_matter = False
    takes_date_from_name = True
    shows_title = False  # nothing is known of the theme
    # Tags of Liquid's form are most template languages'; nothing else in an article looks so.
    closing_dots = True
    passes_over_summary = False
    knows_opening_fence = False  # posts may be Hexo's, whose configuration is elsewhere
    titles_are_html = True  # likewise
    joins_slugs = True  # as Hugo does
    drops_blank_terms = True  # likewise
    unnests_terms = True
    hierarchy_keys = frozenset({"categories", "category"})  # likewise
    capitals_are_components = True
    template_syntax = TemplateSyntax.ANY
    dialect = CommonMark(GFM_OPTIONS | FOOTNOTES)
    front_matter_formats = frozenset({Format.YAML, Format.TOML, Format.JSON})
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "pubDate": DateRole.PUBLISHED,
        "publishDate": DateRole.SCHEDULED,
        "updated": DateRole.UPDATED,
        "updatedDate": DateRole.UPDATED,
        "lastmod": DateRole.UPDATED,
        "last_modified_at": DateRole.UPDATED,
        "modified": DateRole.UPDATED,
        "expiryDate": DateRole.EXPIRES,
    }
    may_be_empty = frozenset(date_roles) - {"date", "pubDate"}
    image_keys = (
        "image",
        "cover",
        "thumbnail",
        "banner",
        "headimg",
        "hero",
        "photos",
        "cover.image",
        "og_image",
    )
    tag_keys = ("tags", "tag", "categories", "category")

    def recognises(self, root: Path) -> bool:
        """Return False: it is what is left when no generator is recognised."""
        return False

    def settings(self, root: Path) -> Settings:
        """Return how Markdown is read, as far as packages and the files themselves tell it."""
        from articlelint.generators.generic import components, reading

        return Settings(
            dialect=components.dialect(root) or reading.dialect(root),
            unread=reading.unread(root),
        )

    def schema(self, path: PurePath) -> type | None:
        """Return what all generators agree on."""
        from articlelint.generators.generic import schema as generic

        return generic.Page

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether the configuration says how addresses are made."""
        return settings.permalink is not None

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Fill the configuration's pattern in."""
        if settings.permalink is None:
            return None
        from articlelint.generators.generic import address

        own = address.address(posix(path), data, settings.permalink, settings.content)
        return None if own is None else settings.base_path + own

    def template_language(
        self, path: PurePath, data: Mapping[str, object] | None, settings: Settings
    ) -> AnyLanguage:
        """Return that nothing runs over MDX before its compiler."""
        usual = super().template_language(path, data, settings)
        return TemplateSyntax.NONE if path.suffix.lower() == ".mdx" else usual

    def mdx_compiler(
        self,
        path: PurePath,
        data: Mapping[str, object] | None,
        settings: Settings,
        root: Path | None,
    ) -> Compiler | None:
        """Return MDX since its second version, unless a package says that it is older."""
        if path.suffix.lower() != ".mdx":
            return None
        from articlelint.generators.generic import mdx  # 3 ms, with what reads JSX

        return mdx.compiler(root / path if root is not None else Path(path), root)

    def is_mdx(self, text: str) -> bool:
        """Look for an import of a component of Docusaurus, whose site is elsewhere."""
        if "@theme/" not in text and "@site/" not in text:
            return False
        from articlelint.generators.generic import mdx

        return mdx.IMPORT.search(text) is not None

    def forgives_syntax(self, root: Path) -> bool:
        """Tell whether it is a site of Docusaurus 1: ``lib/server/metadataUtils.js``."""
        return unsupported(root) == DOCUSAURUS_1

    def heading_id_styles(self, root: Path) -> tuple[AnyIds, ...]:
        """Return nothing where the site's generator is not known, else any of the usual ways."""
        return () if unsupported(root) else super().heading_id_styles(root)

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the file beside the article, or below the repository's root for ``/a.png``."""
        if root is not None and unsupported(root) in OF_FILES:
            return _of_gitbook(url_path, article, root)
        if root is not None and (unsupported(root) or _is_elsewhere(url_path, settings, root)):
            return ()  # nobody knows where it is served, or the repository is a part of the site
        if url_path.startswith("{"):
            return ()  # Pelican resolves it, which has its configuration elsewhere
        if url_path.startswith("/"):
            if root is None:
                return ()
            folders = [*(root / folder for folder in settings.static), root, *_served(root)]
            names = without_base(url_path, settings)
            found = unique([resolve(folder, name) for name in names for folder in folders])
            return (*found, *_elsewhere(found, url_path, root))
        folder = Path(root or "", article.parent)
        found = (resolve(folder, url_path),)
        if is_file(own := resolve(folder / article.stem, url_path)):
            return (*found, own)  # where Hexo looks, if it is told to
        found = (*found, *_elsewhere(found, url_path, root))
        if root is not None and is_file(folder / "_index.md"):  # a section of Hugo's, of its site
            return (*found, *_one_folder_deeper(url_path, article, root))
        return found

    def link_candidates(
        self, target: str, place: str, here: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Return none in a folder that a site elsewhere in the repository takes in.

        Nor in a site whose generator is not known; GitBook's links lead to files.
        Some sites find a file by its name, wherever it lies. DocFX looks for ``~/`` from a root of
        its own, Zola for ``@/``. Mintlify serves the text of a page
        at its address with ``.md`` too.
        """
        if target.startswith(("~/", "{", "@/")) or unsupported(root) not in {"", *OF_FILES}:
            return ()
        if any(here.is_relative_to(each) for each in _taken_in(root)):
            return ()
        if translation := _in_language_of(here, target):
            return (translation,)
        if here.name == "SUMMARY.md" and _is_in_folder_below(here, target):
            return ()  # each translation of the book has its folder
        if "/" not in target and target.endswith(SOURCES) and not is_file(here.parent / target):
            from articlelint.generators.generic import by_name

            if by_name.finds(target, root):
                return ()
        is_text = target.endswith(".md") and is_file(resolve(here.parent, f"{target}x"))
        return () if is_text and _is_mintlify(root) else None

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the same, and what is there from an address in a folder of its own."""
        usual = self.asset_candidates(url_path, article, settings, root)
        deeper = _one_folder_deeper(url_path, article, root) if root is not None else ()
        return (*usual, *filter(is_file, deeper))


def _in_language_of(here: Path, target: str) -> Path | None:
    """Return the translation of *target* into the language that *here* has in its name.

    Many programs lead from ``a.fr.md`` to ``b.fr.md`` by ``b.md``.
    """
    _, *endings = here.name.split(".")
    if len(endings) < 2 or not LANGUAGE.fullmatch(endings[-2]) or target.startswith("/"):
        return None
    meant = resolve(here.parent, target)
    translation = meant.with_name(f"{meant.stem}.{endings[-2]}{meant.suffix}")
    return translation if meant.suffix in SOURCES and is_file(translation) else None


def _of_gitbook(url_path: str, article: PurePath, root: Path) -> Sequence[Path]:
    """Return the file beside the article; what was uploaded may be named from the root, too."""
    if url_path.startswith("/"):
        return ()
    beside = resolve(Path(root, article.parent), url_path)
    uploads = ".gitbook/assets/"
    inside = url_path.rpartition(uploads)[2]
    return (beside, root / uploads / inside) if uploads in url_path else (beside,)


@lru_cache(maxsize=64)
def _is_mintlify(root: Path) -> bool:
    names = ("mint.json", "docs.json", "docs/mint.json", "docs/docs.json")
    return any("mintlify" in Reader(root).text(name) for name in names)


@lru_cache(maxsize=64)
def _taken_in(root: Path) -> tuple[Path, ...]:
    """Return the folders that a site in a folder of the repository mounts: ``../plans``."""
    found: list[Path] = []
    for folder in _SITES:
        reader = Reader(root / folder)
        for name in _MOUNTING:
            found += [
                resolve(root / folder, match[1]) for match in _MOUNTED.finditer(reader.text(name))
            ]
    return tuple(found)


_SITES = ("site", "docs", "website", "web", "www")
_MOUNTING = tuple(
    f"{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml", "yml", "json")
)
_MOUNTED = regex(r"""\bsource["']?\s*[:=]\s*["']?(\.\./[\w./-]+)""")


def _one_folder_deeper(url_path: str, article: PurePath, root: Path) -> Sequence[Path]:
    """Return where a relative URL leads from ``a/b/``, which many generators make of ``a/b.md``."""
    if not url_path.startswith("../") or article.stem in {"index", "README"}:
        return ()
    return (resolve(Path(root, article.parent), url_path[3:]),)


def _is_elsewhere(url_path: str, settings: Settings, root: Path) -> bool:
    """Tell whether the first folder of a path from the root is nowhere in the repository."""
    names = [name for name in without_base(url_path, settings) if url_path.startswith("/")]
    firsts = [name.partition("/")[0] for name in names if "/" in name.strip("/")]
    folders = [root / each for each in (*settings.static, PurePosixPath(), *_SERVED)]
    return 0 < len(firsts) == len(names) and not any(
        is_folder(folder / first) for folder in folders for first in firsts
    )
