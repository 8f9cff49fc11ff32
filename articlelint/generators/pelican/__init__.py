"""Pelican: https://docs.getpelican.com/."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.role import DateRole
from articlelint.front_matter.model import Format
from articlelint.generators.generator import Generator
from articlelint.generators.paths import (
    PLAIN_PATH,
    filled,
    resolve,
    rooted,
    unique,
    within,
    without_base,
)
from articlelint.generators.pelican.markdown import DEFAULT, dialect
from articlelint.generators.reading import (
    Reader,
    folder,
    has_any,
    mapping,
    python_literal,
    text,
    texts,
)
from articlelint.generators.settings import Mount, Settings
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex
from articlelint.urls.flaws import INTRASITE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path, PurePath

    from articlelint.dates.readers import Reader as DateReader
    from articlelint.templates.names import Names

_CONFIGURATIONS = ("pelicanconf.py", "publishconf.py")
_PACKAGES = ("requirements.txt", "pyproject.toml", "Pipfile", "environment.yml", "setup.py")
_ADDRESSES = regex(
    r"^[ \t]*(?:SLUG|DRAFT_|PAGE_|ARTICLE_(?!URL|SAVE_AS)|(?:FILENAME|PATH|DEFAULT)_METADATA)",
    re.MULTILINE,
)
"""Settings that change addresses and are not looked at."""
_ADDRESS = regex(r"^[ \t]*ARTICLE_(?:URL|SAVE_AS)\b", re.MULTILINE)
_PARTS = {"{slug}": ":title", "{date:%Y}": ":year", "{date:%m}": ":month", "{date:%d}": ":day"}
# pelican, ``settings.py``: INTRASITE_LINK_REGEX.
_INTRASITE = regex(r"[{|](static|attach|filename|images)[|}](.*)", re.DOTALL)

_DATED = regex(r"\d{4}-\d{2}-\d{2}")
"""FILENAME_METADATA, by default."""
_LONGEST_HEAD = 20_000
_META_DATE = regex(r"<meta[^<>]+name\s*=\s*[\"']?(?:date|status)\b", re.IGNORECASE)
_GIVING_DATES = (
    "DEFAULT_DATE",
    "DEFAULT_METADATA",
    "FILENAME_METADATA",
    "PATH_METADATA",
    "PAGE_PATHS",
    "ARTICLE_PATHS",
    "PLUGINS",
)
"""Settings by which an article may have a date all the same, or be a page, which needs none."""


class Pelican(Generator):
    """Pelican reads ``PATH``, whose ``images`` folder is static unless settings say otherwise."""

    name = "pelican"
    title = "Pelican"
    preview_ports = frozenset({"8000"})
    titles_are_html = True  # no autoescape; themes/notmyidea: `striptags`, which unescapes
    prints_decimals = True
    takes_date_from_name = True
    markers = frozenset(_CONFIGURATIONS)
    dialect = PythonMarkdown(DEFAULT)
    front_matter_formats = frozenset({Format.METADATA, Format.META, Format.YAML})
    ignores_key_case = True
    addresses_from_titles = True
    date_roles: ClassVar[Mapping[str, DateRole]] = {
        "date": DateRole.PUBLISHED,
        "modified": DateRole.UPDATED,
    }
    image_keys = ("image", "cover", "thumbnail", "featured_image", "header_cover", "og_image")
    tag_keys = ("tags", "category")
    description_keys = ("description", "summary")

    def recognises(self, root: Path) -> bool:
        """Look for ``pelicanconf.py``."""
        return has_any(_CONFIGURATIONS, root)

    def settings(self, root: Path) -> Settings:
        """Read the literals of ``pelicanconf.py`` and of ``publishconf.py``, which is on top.

        Defaults: pelican, ``settings.py``.
        """
        from articlelint.generators.pelican import templates

        reader = Reader(root)
        base, top = (reader.text(name) for name in _CONFIGURATIONS)
        value = partial(_value, root)

        # Where PATH is not set, the command line names the folder: ``content``, as a rule.
        content = folder(value("PATH"), "content" if (root / "content").is_dir() else ".")
        static = value("STATIC_PATHS")
        names = texts(static) if static is not None else ("images",)
        zone = value("TIMEZONE")
        theme = text(value("THEME"))
        settings = Settings(
            time_zone=reader.time_zone("UTC" if zone is None else zone),
            future=value("WITH_FUTURE_DATES") is not False,
            content=(content,),
            static=tuple(content / folder(name, ".") for name in names),
            mounts=_mounts(content, theme, value("EXTRA_PATH_METADATA")),
            permalink=_article_url(base + top, value("ARTICLE_URL")),
            language=text(value("DEFAULT_LANG")) or "en",
            themes=texts(theme),
            dialect=dialect(value, base + top),
            template_syntax=templates.syntax(texts(value("PLUGINS")), base + top),
        ).with_base_url(text(value("SITEURL")))
        return reader.with_problems(settings)

    def template_names(self, root: Path) -> Names:
        """Return what the settings give to Jinja."""
        from articlelint.generators.pelican import templates

        reader = Reader(root)
        return templates.names("".join(map(reader.text, _CONFIGURATIONS)))

    def date_reader(self, path: PurePath, key: str = "") -> DateReader:
        """Return Pelican's way with dates."""
        from articlelint.generators.pelican import dates

        return dates.Pelican()

    def schema(self, path: PurePath) -> type | None:
        """Return the metadata of an article."""
        from articlelint.generators.pelican import schema as pelican

        return pelican.Page

    def is_template(self, path: PurePath) -> bool:
        """Themes hold templates; ``a.HTML`` is not read: ``pelican/generators.py``, get_files."""
        if path.suffix != path.suffix.lower():
            return True
        return "templates" in path.parts[:-1] or path.parts[:1] in {("themes",), ("theme",)}

    def is_draft(self, data: Mapping[str, object]) -> bool:
        """``Status: draft`` keeps an article from the index; ``skip`` from being read."""
        status = next((v for k, v in data.items() if k.lower() == "status"), None)
        return isinstance(status, str) and status.strip().lower() in {"draft", "skip"}

    def knows_addresses(self, settings: Settings) -> bool:
        """Tell whether no setting hides the addresses."""
        return settings.permalink is not None

    def unknown_addresses(self, settings: Settings, root: Path) -> str:
        """Name a plugin, or a setting that is no literal."""
        from articlelint.generators.pelican import pages

        reader = Reader(root)
        packages = "\n".join(map(reader.text, _PACKAGES))
        return pages.unknown("\n".join(map(reader.text, _CONFIGURATIONS)), packages)

    def made_folders(self, settings: Settings, root: Path) -> Collection[str]:
        """Return where lists, and pages of templates, are."""
        from articlelint.generators.pelican import pages

        return tuple(pages.made("\n".join(map(Reader(root).text, _CONFIGURATIONS))))

    def unpublished(
        self, path: PurePath, data: Mapping[str, object], settings: Settings, root: Path
    ) -> str | None:
        """Tell that an article has no date: pelican, ``contents.py``, ``mandatory_properties``."""
        if any(key.lower() in {"date", "status"} for key in data):
            return None
        pages = [each / "pages" for each in settings.content]
        if any(map(path.is_relative_to, pages)) or _DATED.match(path.name):
            return None
        if _gives_dates(root):
            return None
        return "Pelican leaves out an article without a date"

    def leaves_out_html(self, root: Path, path: PurePath) -> bool:
        """Look for a date: pages of another program, which are copied, have none.

        Nor is there a reader of HTML if ``READERS`` says so.
        """
        if mapping(_value(root, "READERS")).get("html", _UNSET) is None:
            return True
        if "pages" in path.parts[:-1] or _DATED.match(path.name):
            return False
        try:
            beginning = read_beginning(root / path, _LONGEST_HEAD)
        except OSError:
            return False
        return not _META_DATE.search(beginning.decode("latin-1")) and not _gives_dates(root)

    def forgives_syntax(self, root: Path) -> bool:
        """Tell that the extension ``meta`` reads the front matter, line by line, and no plugin.

        Python-Markdown, ``markdown/extensions/meta.py``: fences are passed over.
        """
        return "yaml" not in "".join(map(Reader(root).text, _CONFIGURATIONS)).lower()

    def permalink(
        self, path: PurePath, data: Mapping[str, object], settings: Settings
    ) -> str | None:
        """Return ``save_as`` or ``url`` of the metadata, or what slug or title make of settings.

        Docs, "File metadata" and "URL settings"; pelican, ``contents.py``.
        """
        keys = {key.lower(): value for key, value in data.items()}
        for name in ("save_as", "url"):
            value = keys.get(name)
            if isinstance(value, str) and value.strip() and "{" not in value:
                return settings.base_path + value.strip().lstrip("/").removesuffix("index.html")
        relative, content = PurePosixPath(path.as_posix()), settings.content[0]
        slug = text(keys.get("slug")) or _slug(text(keys.get("title")) or "")
        if settings.permalink is None or not relative.is_relative_to(content) or not slug:
            return None
        is_page = "pages" in relative.relative_to(content).parts[:1]
        pattern = "{slug}.html" if is_page else settings.permalink
        language = text(keys.get("lang")) or settings.language
        if language != settings.language:
            pattern = f"{{slug}}-{language}.html"
        if self.is_draft(data):
            pattern = f"drafts/{'pages/' if is_page else ''}{{slug}}.html"
        elif is_page:
            pattern = f"pages/{pattern}"
        for part, name in _PARTS.items():
            pattern = pattern.replace(part, name)
        url = filled(pattern, slug.strip(), keys.get("date"))
        return None if url is None or not PLAIN_PATH.fullmatch(url) else settings.base_path + url

    def link_candidates(
        self, target: str, place: str, article: Path, settings: Settings, root: Path
    ) -> Sequence[Path] | None:
        """Resolve ``{filename}``: from the content folder after ``/``, else from the article."""
        prefix = INTRASITE.match(target)
        if prefix is None:
            return None
        path = target[prefix.end() :]
        if path.startswith("/"):
            return unique([resolve(root / folder, path) for folder in settings.content])
        return (resolve(article.parent, path),)

    def takes_for_part(self, path: PurePath, settings: Settings) -> bool:
        """Return False: underscores mean nothing."""
        return False

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        """Resolve ``{static}`` and ``{attach}``; other URLs lead to copies of static files.

        A plain relative URL starts at the page's own, which settings decide.
        """
        if root is None:
            return ()
        content = root / settings.content[0]
        intrasite = _INTRASITE.fullmatch(url_path)
        if intrasite is not None:
            kind, target = intrasite.groups()
            if kind == "images":  # of Pelican 3
                return (resolve(content / "images", target),)
            relative = within(root, article)
            if target.startswith("/"):
                return (resolve(content, target),)
            return (resolve((root / relative).parent, target),) if relative is not None else ()
        if url_path.startswith("{") or not url_path.startswith("/"):
            return ()
        found = []
        for name in without_base(url_path, settings):
            found += [
                resolve(root / mount.source, name[len(str(mount.target)) :])
                for mount in settings.mounts
                if name == str(mount.target) or name.startswith(f"{mount.target}/")
            ]
            found.append(resolve(content, rooted(name)))
        return unique(found)


_UNSET = object()


def _value(root: Path, name: str) -> object:
    """Return the literal of the setting *name*; None where there is none."""
    base, top = map(Reader(root).text, _CONFIGURATIONS)
    found = python_literal(top, name)
    return python_literal(base, name) if found is None else found


@lru_cache(maxsize=16)
def _gives_dates(root: Path) -> bool:
    """Tell whether a setting dates articles that say nothing of it."""
    configuration = "".join(map(Reader(root).text, _CONFIGURATIONS))
    return any(name in configuration for name in _GIVING_DATES)


def _article_url(configuration: str, url: object) -> str | None:
    """Return ``ARTICLE_URL`` or its default; None where it, or another address, is uncertain."""
    if _ADDRESSES.search(configuration) or (url is None and _ADDRESS.search(configuration)):
        return None
    return "{slug}.html" if url is None else text(url)


def _slug(title: str) -> str:
    """Return the slug that Pelican makes of an ASCII title; "" of others, which it transcribes."""
    if not title.isascii() or "<" in title or "&" in title:
        return ""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip()).lower()


def _mounts(content: PurePosixPath, theme: str | None, extra: object) -> tuple[Mount, ...]:
    """Return the theme's static files and those with a path of their own."""
    found = []
    if theme and "/" in theme:
        found.append(Mount(folder(theme, ".") / "static", PurePosixPath("theme")))
    for source, metadata in mapping(extra).items():
        target = text(mapping(metadata).get("path"))
        if target:
            found.append(Mount(content / folder(source, "."), PurePosixPath(target.strip("/"))))
    return tuple(found)
