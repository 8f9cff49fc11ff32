"""What articlelint knows about a static site generator, and what it read of a site's settings."""

from __future__ import annotations

import os
import posixpath
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urlsplit

from articlelint.front_matter.model import Format
from articlelint.markdown.common_mark import CommonMark
from articlelint.regex import regex
from articlelint.templates import TemplateSyntax
from articlelint.templates.names import ANY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from articlelint.bare_urls import BareUrls
    from articlelint.markdown.dialect import Dialect
    from articlelint.templates.names import Names

# The bits of pulldown-cmark's ``Options``, so that pyromark is not imported to name them.
TABLES = 1 << 1
FOOTNOTES = 1 << 2
STRIKETHROUGH = 1 << 3
TASK_LISTS = 1 << 4
HEADING_ATTRIBUTES = 1 << 6
GFM = 1 << 11
DEFINITION_LISTS = 1 << 12

GFM_OPTIONS = TABLES | STRIKETHROUGH | TASK_LISTS
"""What GitHub Flavored Markdown has and pulldown-cmark's own GFM option (alerts) is not."""


PLAIN_PATH = regex(r"[A-Za-z0-9_/-]*+(?:\.html)?")
"""A URL path that no generator spells otherwise."""
DATE_PREFIX = regex(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}[-/]")
_DAY = regex(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ][\d:. ]+)?\Z")
_PLACEHOLDER = regex(r":(\w+)")


class DateRole(StrEnum):
    """What a front-matter date says about the article."""

    PUBLISHED = "published"
    UPDATED = "updated"
    SCHEDULED = "scheduled"  # not shown before
    EXPIRES = "expires"  # not shown after


class Mount(NamedTuple):
    """A file or folder of the site that is published at a URL path of its own choosing.

    *source* is relative to the root; *target* relative to the site's base URL, or, for
    Hugo's module mounts, to the component folder that *kind* names ("static", "assets",
    "content"). *language* is set where a mount serves one language alone.
    """

    source: PurePosixPath
    target: PurePosixPath
    kind: str = "static"
    language: str | None = None


@dataclass(frozen=True)
class Settings:
    """What the generator's configuration says, defaults of the generator filled in.

    Folders are relative to the site's root. *time_zone* is None where the generator takes
    the machine's; *future* (are articles with a future date published?) is None where the
    generator has no such notion. *base_path* starts and ends with a slash. *bare_urls* tells
    whether the Markdown parser makes links of bare URLs. *image_keys* are
    keys of front matter that hold images, beside those that the generator has;
    *filled_keys* are keys that the generator fills in where an article lacks them. *date_roles*
    are further keys that it is told to read dates from. *dialect* is how Markdown is read where
    the configuration names another parser, or options of it, than the generator has by default.
    """

    time_zone: tzinfo | None = None
    future: bool | None = None
    base_url: str | None = None
    base_path: str = "/"
    content: tuple[PurePosixPath, ...] = (PurePosixPath(),)
    static: tuple[PurePosixPath, ...] = ()
    mounts: tuple[Mount, ...] = ()
    permalink: str | None = None
    ugly_urls: bool = False
    post_asset_folder: bool = False
    raw_html: bool = True
    bare_urls: bool = False
    language: str | None = None
    languages: tuple[str, ...] = ()
    taxonomies: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    data_suffixes: tuple[str, ...] = ()
    image_keys: tuple[str, ...] = ()
    filled_keys: tuple[str, ...] = ()
    date_roles: tuple[tuple[str, DateRole], ...] = ()
    dialect: Dialect | None = None
    problems: tuple[str, ...] = ()

    def with_base_url(self, url: str | None, path: str | None = None) -> Settings:
        """Return the settings with another base URL; its path is *path* or the URL's own."""
        if path is None:
            try:
                path = urlsplit(url or "").path
            except ValueError:  # an unclosed "[" of an IPv6 address
                return replace(self, problems=(*self.problems, f"`{url}` is not a URL"))
        return replace(self, base_url=url or None, base_path=_base_path(path))


def _base_path(path: str) -> str:
    inner = path.strip("/")
    return f"/{inner}/" if inner else "/"


class Generator(ABC):
    """One static site generator: how its sites are recognised and how it reads an article.

    Paths of articles are absolute or relative to the site's root; folders in settings are
    relative to the root.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    markers: ClassVar[frozenset[str]] = frozenset()
    """Names of files and folders of which a site's root holds at least one."""
    template_syntax: ClassVar[TemplateSyntax] = TemplateSyntax.NONE
    """The template language of most articles; see ``template_language``."""
    dialect: ClassVar[Dialect] = CommonMark(GFM_OPTIONS | FOOTNOTES)
    """How its Markdown is read, unless a site's settings say otherwise."""
    optional_opening_fence: ClassVar[bool] = False
    closing_dots: ClassVar[bool] = False
    """Whether ``...`` closes YAML front matter as well as ``---``."""
    front_matter_formats: ClassVar[frozenset[Format]] = frozenset({Format.YAML})
    bare_urls: ClassVar[BareUrls | None] = None
    """What finds the bare URLs that its Markdown makes links of; None where it leaves them be,
    unless a setting says that it does not."""
    markdown_is_mdx: ClassVar[bool] = False
    """Whether ``.md`` files are read as MDX, tags as components."""
    markdown_rewrites_html: ClassVar[bool] = False
    """Whether its Markdown parser reads HTML too and writes it anew: an end tag without its element
    becomes text, and ``<a/>`` an element of its own."""
    ignores_key_case: ClassVar[bool] = False
    """Whether ``Title`` and ``title`` are the same key."""
    addresses_from_titles: ClassVar[bool] = False
    """Whether an article's file name tells nothing of its address."""
    date_roles: ClassVar[Mapping[str, DateRole]] = {}
    date_readers: ClassVar[Mapping[str, str]] = {}
    """What reads the dates of keys that are read otherwise than the rest; see dates.readers."""
    image_keys: ClassVar[tuple[str, ...]] = ()
    """Keys whose values are images; dots lead into mappings (``cover.image``)."""
    tag_keys: ClassVar[tuple[str, ...]] = ("tags", "categories")
    """Keys whose values are terms: tags, categories."""
    title_keys: ClassVar[tuple[str, ...]] = ("title",)
    description_keys: ClassVar[tuple[str, ...]] = ("description",)

    def __eq__(self, other: object) -> bool:
        """Compare by class: generators hold no state, and travel between processes."""
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def date_keys(self) -> tuple[str, ...]:
        """Return the keys whose values are dates, the publication date first."""
        return tuple(self.date_roles)

    @abstractmethod
    def recognises(self, root: Path) -> bool:
        """Tell whether *root* is the root of a site of this generator."""

    def settings(self, root: Path) -> Settings:  # noqa: ARG002 - a generator without settings
        """Return what the configuration in *root* says; a broken one gives ``problems``."""
        return Settings(bare_urls=self.bare_urls is not None)

    def schema(self, path: PurePath) -> type | None:  # noqa: ARG002 - likewise
        """Return the TypedDict of the front matter of the article at *path*; None: any goes."""
        return None

    def is_template(self, path: PurePath) -> bool:  # noqa: ARG002 - likewise
        """Tell whether the file at *path*, relative to the root, is no article but a template."""
        return False

    def template_language(
        self,
        path: PurePath,  # noqa: ARG002 - one for all articles
        data: Mapping[str, object],  # noqa: ARG002 - likewise
        settings: Settings,  # noqa: ARG002 - likewise
    ) -> TemplateSyntax:
        """Return the template language of the article at *path*, relative to the root."""
        return self.template_syntax

    def template_names(self, root: Path) -> Names:  # noqa: ARG002 - any name may be known
        """Return the names that the site at *root* adds to those of its template language."""
        return ANY

    def date_reader(self, path: PurePath) -> str:  # noqa: ARG002 - one for all articles
        """Return the name of what reads the dates of the article at *path*; see dates.readers."""
        return self.name

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """Tell whether the front matter keeps the article from being published."""
        return data.get("draft") is True

    def permalink(
        self,
        path: PurePath,  # noqa: ARG002 - of no use where only explicit keys are certain
        data: Mapping[str, object],  # noqa: ARG002 - likewise
        settings: Settings,  # noqa: ARG002 - likewise
    ) -> str | None:
        """Return the URL path of the article as far as it is certain, or None."""
        return None

    @abstractmethod
    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the files that would serve a local URL, the first that exists wins.

        *url_path* is percent-decoded and without query and fragment. Empty: it cannot be
        known.
        """

    def knows_addresses(self, settings: Settings) -> bool:  # noqa: ARG002 - of no use here
        """Tell whether ``permalink`` knows the addresses of most articles."""
        return False

    def rewrites_source_links(
        self,
        settings: Settings,  # noqa: ARG002 - a plugin may do it, wherever that is configured
        root: Path,  # noqa: ARG002 - likewise
    ) -> bool:
        """Tell whether a link to ``notes.md`` may become one to the page that is made of it."""
        return True

    def raw_asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Return the same for a URL in raw HTML, which some generators leave as it is."""
        return self.asset_candidates(url_path, article, settings, root)


def filled(pattern: str, title: str, date: object) -> str | None:
    """Return a pattern of permalinks with the parts of a date and the *title* in it.

    What Hexo's and Jekyll's patterns have in common. None where something else is wanted, or
    where the day hangs on a time zone.
    """
    found = _DAY.match(str(date)) if date is not None else None
    if found is None:
        parts = {"title": title}
    else:
        year, month, day = found.groups()
        parts = {
            "title": title,
            "year": year,
            "month": month.zfill(2),
            "day": day.zfill(2),
            "i_month": month.lstrip("0"),
            "i_day": day.lstrip("0"),
        }
    if not set(_PLACEHOLDER.findall(pattern)) <= parts.keys():
        return None
    return _PLACEHOLDER.sub(lambda match: parts[match[1]], pattern).lstrip("/")


def within(root: Path, article: PurePath) -> PurePosixPath | None:
    """Return *article* relative to *root*; None where it lies elsewhere."""
    if not article.is_absolute():
        return PurePosixPath(article.as_posix())
    try:
        # Not resolve(): a link into another folder keeps its place in the site.
        relative = Path(os.path.abspath(article)).relative_to(os.path.abspath(root))  # noqa: PTH100
    except ValueError:
        return None
    return PurePosixPath(relative.as_posix())


def resolve(folder: Path, url_path: str) -> Path:
    """Return the file that *url_path* names, seen from *folder*; dots are worked out."""
    # As text, which is much quicker: a page of links has hundreds of candidates.
    return Path(os.path.normpath(os.path.join(folder, url_path.lstrip("/"))))  # noqa: PTH118


def rooted(url_path: str) -> str:
    """Return a root-relative URL path without its slash; ``..`` does not leave the root."""
    return posixpath.normpath("/" + url_path.lstrip("/")).lstrip("/")


def without_base(url_path: str, settings: Settings) -> tuple[str, ...]:
    """Return what a root-relative URL path may mean within the site, the likelier first.

    Below a base path, ``/blog/a.png`` is ``a.png`` of the site; that ``/a.png`` is not on
    the site is overlooked, since most generators put the base path before it themselves.
    """
    base = settings.base_path
    if base != "/" and url_path.startswith(base):
        return (rooted(url_path[len(base) :]), rooted(url_path))
    return (rooted(url_path),)


def unique(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return *paths* without repetitions."""
    return tuple(dict.fromkeys(paths))
