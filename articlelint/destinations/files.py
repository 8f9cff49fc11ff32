"""Which files a link of the site itself may lead to, where that is certain.

Certain are links that name a source file (``notes.md``, Zola's ``@/notes.md``, Pelican's
``{filename}notes.md``, what Hugo's ``ref`` and Jekyll's ``link`` look up) and links to files that
no generator makes (``slides.pdf``). What a pretty URL such as ``/2024/05/notes/`` leads to hangs
on every article's front matter and on templates; of those nothing is said.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelint.article.links import REFERENCE_TAGS
from articlelint.destinations.repository import up_to_repository
from articlelint.generators.paths import resolve, unique, without_base
from articlelint.generators.tree import SOURCES, by_name, ending, logical_name
from articlelint.site import absolute_path
from articlelint.text.files import is_folder, read_beginning
from articlelint.text.regex import regex
from articlelint.urls.flaws import scheme_of
from articlelint.urls.schemes import malformed_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

    from articlelint.article.links import Link
    from articlelint.site import Site

_FILES = regex(
    r"\.(?:7z|aac|apk|avi|avif|bib|bmp|bz2|csv|dmg|docx?|dwg|dxf|epub|exe|flac|gif|gpx|gz|ico|ics"
    r"|ipynb|iso|jar|jpe?g|key|kml|m4[av]|mkv|mobi|mov|mp[34]|mpe?g|msi|od[pst]|og[gv]|otf|pdf|png"
    r"|pptx?|psd?|rar|rtf|srt|step|stl|svg|tar|tgz|tiff|tsv|ttf|vcf|vtt|wav|web[mp]|woff2?|xlsx?"
    r"|xz|zip|zst)\Z",
    re.IGNORECASE,
)
"""Extensions of files that are put into a site as they are, and that no generator writes."""

_ELSEWHERE: Final = frozenset({"http", "https", "mailto", "tel", "data", "javascript"})
"""Schemes that lead to no file whatever the generator; others may be its own."""
_TRANSLATED = "i18n"
_COMMON: Final = frozenset({"", "readme", "changelog", "license", "contributing"})


def article_candidates(link: Link, path: PurePath, site: Site) -> Sequence[Path]:
    """Return the files that *link*, in the article at *path*, may lead to, the likeliest first.

    One of them has to exist. Empty: the link leads elsewhere, to this page, or where it leads is
    not certain.
    """
    scheme = scheme_of(link.url)
    if link.dynamic or site.root is None or scheme in _ELSEWHERE:
        return ()
    target = link.path if link.place in REFERENCE_TAGS else unquote(link.path)
    if not target:
        return ()
    here = absolute_path(path)
    own = site.generator.link_candidates(target, link.place, here, site.settings, site.root)
    if own is not None:
        return own
    if scheme or _leaves(link, target):
        return ()
    extension = extension_of(target)
    if extension in SOURCES:
        return _sources(target, here, site)
    if _FILES.fullmatch(extension):
        raw = link.html is not None or not site.generator.rewrites_links
        found_files = site.asset_candidates(link.url, here, raw=raw)
        return (*found_files, *_beside(target, here)) if found_files else ()
    return ()


def namesake(path: Path, root: Path | None) -> Path | None:
    """Return the only file below *root* that is called as the one at *path*, which is not there.

    None for names that many folders have.
    """
    if root is None or logical_name(path.name) in _COMMON:
        return None
    others = [
        name
        for name in by_name(root).get(logical_name(path.name), ())
        if name.rpartition("/")[2] == path.name
    ]
    return root / others[0] if len(others) == 1 else None


def names_a_page(path: str, root: Path | None) -> bool:
    """Tell whether a file or folder below *root* has the name that a URL's *path* ends with."""
    if root is None:
        return False
    last = PurePosixPath(unquote(path.rstrip("/"))).name.lower().removesuffix(".html")
    return bool(last) and last in by_name(root)


def extension_of(path: str) -> str:
    """Return the extension of a URL's path in lower case, as ``PurePath.suffix`` has it."""
    name = path.rstrip("/").rpartition("/")[2]
    stem, dot, extension = name.rpartition(".")
    return f".{extension.lower()}" if dot and stem.strip(".") and extension else ""


def is_copied(name: str) -> bool:
    """Tell whether a file of that name is put into a site as it is, whatever makes the site."""
    return _FILES.search(name) is not None


def is_left_as_written(link: Link, found: Path, site: Site) -> bool:
    """Tell whether the published page still links to *found*, the source of a page.

    Such a link is broken, since the page has another address. Targets that the generator looks up
    are resolved; Jekyll copies files without front matter as they are.
    """
    suffix = extension_of(link.path)
    if site.root is None or suffix not in SOURCES or link.place in REFERENCE_TAGS:
        return False
    if site.generator.rewrites_source_links(site.settings, site.root):
        return False
    if site.is_unread(found):
        return False
    static = set(site.settings.static) - set(site.settings.content)
    if any(found.is_relative_to(site.root / folder) for folder in static):
        return False
    copied = site.generator.copies_without_front_matter(site.relative(found))
    return not copied or _begins_with_fence(found)


def why_no_page(link: Link, found: Path, site: Site) -> str | None:
    """Return why *found*, which *link* leads to, is not published as a page; None if it is."""
    if extension_of(link.path) not in SOURCES:
        return None
    return site.generator.unlisted(site.relative(found), site.settings)


def _begins_with_fence(path: Path) -> bool:
    try:
        return read_beginning(path, 6).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def _leaves(link: Link, target: str) -> bool:
    """Tell whether a URL without scheme leads to another host, or is none at all."""
    return (
        link.place in REFERENCE_TAGS
        or target.startswith(("//", "{", "<"))
        or "\\" in target
        or malformed_scheme(link.url) is not None
    )


def _sources(target: str, here: Path, site: Site) -> Sequence[Path]:
    """Return what a link to a source file may mean: beside the article, or in a content folder."""
    root = site.root
    if root is None or not site.generator.links_to_sources or _TRANSLATED in here.parts:
        return ()  # a translation may fall back on the original
    # Some folders are a generator's usual ones, such as that of translations, and not this site's.
    roots = [each for each in site.content_folders if is_folder(each)] or site.content_folders
    if target.startswith("/"):
        if not site.generator.has_content_folder:
            return unique([resolve(root, target), *(resolve(each, target) for each in roots)])
        places = _rooted(target, site, roots)
        if here.stem.lower() == "readme":  # hosts show it, too, from the top of the repository
            places.append(resolve(up_to_repository(root)[-1], target))
        # A content folder may be configured in a program.
        return unique([*places, *ending(root, PurePosixPath(target.strip("/")))])
    inside = [resolve(each, target) for each in roots] if not target.startswith(".") else []
    return unique([*_beside(target, here), *inside])


def _rooted(target: str, site: Site, roots: Sequence[Path]) -> list[Path]:
    """Return the files that a target with a slash before it names: in *roots* or the root."""
    above = (*roots, site.root) if site.root is not None else roots
    names = without_base(target, site.settings)
    return [resolve(each, name) for name in names for each in above]


def is_guess(link: Link, found: Path, site: Site) -> bool:
    """Tell whether the path of *found* only ends as *link* says, so that another may be meant."""
    target = unquote(link.path)
    if site.root is None or not target.startswith("/") or extension_of(target) not in SOURCES:
        return False
    if found in _rooted(target, site, site.content_folders):
        return False
    return found in ending(site.root, PurePosixPath(target.strip("/")))


def _beside(target: str, here: Path) -> Iterator[Path]:
    """Yield the file as an editor finds it, and as seen from the page's own URL."""
    if not target.startswith("/"):
        yield resolve(here.parent, target)
        yield resolve(here.parent / here.stem, target)
