"""What a site's configuration says, whatever generator it is for."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from articlelint.dataclass import dataclass
from articlelint.dates.role import DateRole
from articlelint.named_tuple import NamedTuple
from articlelint.options import TEXTS, option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from articlelint.markdown.dialect import Dialect
    from articlelint.templates import TemplateSyntax
    from articlelint.templates.jsx import Compiler


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


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        raise ValueError(f"`{name}` is not a time zone") from None


def _folders(names: tuple[str, ...]) -> tuple[PurePosixPath, ...]:
    return tuple(map(PurePosixPath, names))


def _pairs(roles: Mapping[str, DateRole]) -> tuple[tuple[str, DateRole], ...]:
    return tuple(roles.items())


def _template_syntax() -> type[TemplateSyntax]:
    from articlelint.templates import TemplateSyntax

    return TemplateSyntax


def _dialect(name: str) -> Dialect:
    from articlelint.generators.named_dialects import named

    return named(name)


@dataclass(frozen=True)
class Settings:
    """What the generator's configuration says, defaults of the generator filled in.

    Folders are relative to the site's root; *base_path* starts and ends with a slash. What is no
    option of the configuration, such as *mounts*, the generator alone can say.
    """

    time_zone: tzinfo | None = option(
        str,
        None,
        "The time zone of dates that have none.",
        'time-zone = "Asia/Shanghai"',
        otherwise="the generator's; the machine's if the generator uses that",
        read=_zone,
    )
    future: bool | None = option(
        bool,
        None,
        "Whether articles with a date in the future are published.",
        "future = false",
    )
    base_url: str | None = option(
        str,
        None,
        "The URL that the site is published at.",
        'base-url = "https://blog.example.edu/notes/"',
    )
    base_path: str = option(
        str, "/", "The path of that URL, if the URL itself is not known.", 'base-path = "/notes/"'
    )
    content: tuple[PurePosixPath, ...] = option(
        TEXTS,
        (PurePosixPath(),),
        "Folders that hold the articles, relative to the site's root.",
        'content = ["posts", "pages"]',
        read=_folders,
    )
    static: tuple[PurePosixPath, ...] = option(
        TEXTS,
        (),
        "Folders whose files are published as they are.",
        'static = ["static", "assets"]',
        read=_folders,
    )
    mounts: tuple[Mount, ...] = ()
    """Files and folders that are published at a URL path of their own choosing."""
    version: tuple[int, int] | None = None
    """The generator's version, if the site pins it."""
    dated_names: bool = True
    """Whether a date in a file's name counts, with a generator that can do that."""
    permalink: str | None = option(
        str,
        None,
        "The pattern of articles' URLs, in the generator's own spelling; `generic` knows `:path`, "
        "`:name`, `:year`, `:month` and `:day`.",
        'permalink = "/:year/:title/"',
    )
    ugly_urls: bool = option(
        bool, False, "Whether a page is `a.html` and not `a/`.", "ugly-urls = true"
    )
    post_asset_folder: bool = option(
        bool,
        False,
        "Whether an article's images lie in a folder of its name beside it (Hexo).",
        "post-asset-folder = true",
    )
    raw_html: bool = option(
        bool, True, "Whether HTML in Markdown reaches the page (Hugo).", "raw-html = false"
    )
    bare_urls: bool = option(
        bool, False, "Whether Markdown makes links of bare URLs.", "bare-urls = true"
    )
    language: str | None = option(
        str, None, "The language of articles that do not name one.", 'language = "pt-BR"'
    )
    languages: tuple[str, ...] = option(
        TEXTS, (), "The languages of the site.", 'languages = ["en", "fr"]'
    )
    taxonomies: tuple[str, ...] = option(
        TEXTS,
        (),
        "Keys of front matter that hold terms, besides tags and categories.",
        'taxonomies = ["series"]',
    )
    language_taxonomies: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The taxonomies of each language, if it may have no others."""
    collections: tuple[str, ...] = option(
        TEXTS, (), "The site's collections (Jekyll).", 'collections = ["recipes"]'
    )
    patterns: tuple[tuple[str, str], ...] = ()
    """The patterns of addresses for articles below a path."""
    themes: tuple[str, ...] = ()
    """The names of themes."""
    image_keys: tuple[str, ...] = option(
        TEXTS,
        (),
        "Keys of front matter with images, besides the generator's; `[]` stands for each item.",
        'image-keys = ["hero", "cards[].picture"]',
    )
    filled_keys: tuple[str, ...] = option(
        TEXTS,
        (),
        "Keys that the site fills in if an article lacks them.",
        'filled-keys = ["title"]',
    )
    date_roles: tuple[tuple[str, DateRole], ...] = option(
        dict[str, DateRole],
        (),
        "Keys of front matter that hold dates, besides the generator's, and what each date means.",
        'date-roles = { first-seen = "published" }',
        read=_pairs,
    )
    dialect: Dialect | None = option(
        Literal["commonmark", "goldmark", "kramdown", "marked", "markdown-it", "python-markdown"],
        None,
        "How Markdown is read, with the usual extensions of each.",
        'dialect = "kramdown"',
        otherwise="the generator's",
        read=_dialect,
    )
    mdx: Compiler | None = None
    """How MDX is compiled; None if that is not known."""
    typed_dates: tuple[tuple[PurePosixPath, str], ...] = ()
    """The keys below a folder that take a date of the format's own, and no text."""
    template_syntax: TemplateSyntax | None = option(
        _template_syntax,
        None,
        "The template language that runs over the text of articles.",
        'template-language = "liquid"',
        otherwise="the generator's",
        key="template-language",
    )
    html_template_syntax: TemplateSyntax | None = None
    """The template language of HTML, if it is another than that of Markdown."""
    template_folders: tuple[PurePosixPath, ...] = ()
    """Folders that hold templates."""
    unread: tuple[str, ...] = ()
    """What the generator does not read, as patterns of .gitignore."""
    drafts: tuple[str, ...] = ()
    """Where articles lie that only a preview shows, as patterns of .gitignore."""
    sources: frozenset[PurePosixPath] | None = None
    """The sources of all pages, if the configuration lists them."""
    is_within: bool = False
    """Whether the site lies within another one, whose addresses begin with a slash too."""
    is_assumed: bool = False
    """Whether nothing of the site's own configuration was found: all is the generator's default."""
    problems: tuple[str, ...] = ()
    """What is wrong with the configuration, in words for the user."""

    def __hash__(self) -> int:
        """Hash what tells sites apart: there may be a hundred mounts, and every link asks."""
        return hash((self.base_url, self.content, self.permalink))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of mounts that there are."""
        return frozenset(mount.kind for mount in self.mounts)

    def with_base_url(self, url: str | None, path: str | None = None) -> Settings:
        """Return the settings with another base URL; its path is *path* or the URL's own.

        What is no text, as a file may have it there, is a problem of the settings.
        """
        if not isinstance(url, str | None):
            return replace(self, problems=(*self.problems, f"`{url}` is not a URL"))
        try:
            own = urlsplit(url or "").path
        except ValueError:  # an unclosed "[" of an IPv6 address
            return replace(self, problems=(*self.problems, f"`{url}` is not a URL"))
        path = own if path is None else path
        return replace(self, base_url=url or None, base_path=_base_path(path))


def _base_path(path: str) -> str:
    inner = path.strip("/")
    return f"/{inner}/" if inner else "/"
