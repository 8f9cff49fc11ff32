"""Which files a link of the site itself may lead to, where that is certain.

Certain are links that name a source file (``notes.md``, Zola's ``@/notes.md``, Pelican's
``{filename}notes.md``, what Hugo's ``ref`` and Jekyll's ``link`` look up) and links to files that
no generator makes (``slides.pdf``). What a pretty URL such as ``/2024/05/notes/`` leads to hangs
on every article's front matter and on templates; of those nothing is said.
"""

from __future__ import annotations

import os
import posixpath
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelint.article.links import REFERENCE_TAGS
from articlelint.generators.paths import resolve, unique, without_base
from articlelint.text.regex import regex
from articlelint.urls.flaws import INTRASITE, scheme_of
from articlelint.urls.schemes import malformed_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

    from articlelint.article.links import Link
    from articlelint.site import Site

_SOURCES: Final = (".md", ".mdx", ".markdown", ".mdown", ".mkd")
_PAGES: Final = (*_SOURCES, ".html", ".htm", ".adoc", ".rst", ".org", ".ipynb")
_FILES = regex(
    r"\.(?:7z|apk|avi|avif|bmp|bz2|csv|dmg|docx?|epub|exe|gif|gz|ico|iso|jar|jpe?g|key|m4a|mkv|mobi"
    r"|mov|mp[34]|od[pst]|og[gv]|pdf|png|pptx?|psd?|rar|rtf|svg|tar|tgz|tiff|ttf|wav|web[mp]|xlsx?"
    r"|xz|zip)\Z",
    re.IGNORECASE,
)
"""Extensions of files that are put into a site as they are, and that no generator writes."""

_DATE = regex(r"\d{4}[-/](?:\d\d?[-/]){0,2}")
_TRANSLATED = "i18n"
_LARGEST_TREE: Final = 200_000


def article_candidates(link: Link, path: PurePath, site: Site) -> Sequence[Path]:
    """Return the files that *link*, in the article at *path*, may lead to, the likelier first.

    One of them has to exist. Empty: the link leads elsewhere, to this page, or where it leads is
    not certain.
    """
    if link.dynamic or site.root is None or scheme_of(link.url):
        return ()
    name = site.generator.name
    looked_up = _LOOKED_UP.get((name, link.place))
    target = unquote(link.path) if looked_up is None else link.path
    in_pelican = INTRASITE.match(target) if name == "pelican" else None
    if not target or (looked_up is None and in_pelican is None and _leaves(link, target)):
        return ()
    here = Path(os.path.abspath(path))  # noqa: PTH100 - a symbolic link keeps its place
    if looked_up is not None:
        return looked_up(target, here, site)
    if in_pelican is not None:
        return _from_content(target[in_pelican.end() :], here, site)
    if name == "zola" and target.startswith("@/"):
        return unique([resolve(folder, target[2:]) for folder in site.content_folders])
    if name == "docusaurus" and target.startswith("@site/"):
        return (resolve(site.root, target[6:]),)
    extension = PurePosixPath(target).suffix.lower()
    if extension in _SOURCES:
        return _sources(target, here, site)
    if _FILES.fullmatch(extension):
        # hexo-renderer-marked puts the root before images, not before links.
        raw = link.html is not None or name == "hexo"
        found_files = site.asset_candidates(link.url, here, raw=raw)
        return (*found_files, *_beside(target, here)) if found_files else ()
    return ()


def is_source(path: PurePath) -> bool:
    """Tell whether a generator may make a page of the file."""
    return path.suffix.lower() in _PAGES


def is_left_as_written(link: Link, found: Path, site: Site) -> bool:
    """Tell whether a link to *found*, the source of a page, stays one in the published page.

    That page has another address. Looked-up targets and files without front matter, which
    Jekyll copies as they are, are none.
    """
    suffix = PurePosixPath(link.path).suffix.lower()
    if site.root is None or suffix not in _SOURCES or link.place in REFERENCE_TAGS:
        return False
    if site.generator.rewrites_source_links(site.settings, site.root):
        return False
    static = set(site.settings.static) - set(site.settings.content)
    if any(found.is_relative_to(site.root / folder) for folder in static):
        return False
    return site.generator.name != "jekyll" or _begins_with_fence(found)


def _begins_with_fence(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(6).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def exists(candidate: Path) -> bool:
    """Tell whether a file or folder is there; False for a name that no disk can hold."""
    try:
        return candidate.exists()
    except (OSError, ValueError):  # too long, or with a NUL
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
    if root is None or site.generator.name in {"mdn", "hexo"} or _TRANSLATED in here.parts:
        # Hexo does not resolve sources. A translation may fall back on the original.
        return ()
    roots = site.content_folders
    if target.startswith("/"):
        if site.generator.name == "generic":
            return unique([resolve(root, target), *(resolve(each, target) for each in roots)])
        names = without_base(target, site.settings)
        places = [resolve(each, name) for name in names for each in (*roots, root)]
        # A content folder may be configured in a program.
        return unique([*places, *_ending(root, PurePosixPath(target.strip("/")))])
    inside = [resolve(each, target) for each in roots] if not target.startswith(".") else []
    return unique([*_beside(target, here), *inside])


def _beside(target: str, here: Path) -> Iterator[Path]:
    """Yield the file as an editor finds it, and as seen from the page's own URL."""
    if not target.startswith("/"):
        yield resolve(here.parent, target)
        yield resolve(here.parent / here.stem, target)


def _from_content(target: str, here: Path, site: Site) -> Sequence[Path]:
    """Resolve Pelican's ``{filename}``: from the content folder after ``/``, else beside."""
    if site.root is None:
        return ()
    if target.startswith("/"):
        return unique([resolve(folder, target) for folder in site.content_folders])
    return (resolve(here.parent, target),)


def _hugo_page(target: str, here: Path, site: Site) -> Sequence[Path]:
    """Resolve ``ref`` and ``relref``: hugo, ``hugolib/pagecollections.go``, ``getPageRef``.

    The path is a logical one, with or without extension, from the page's folder or the
    content's root. A name alone is looked for everywhere, up to Hugo 0.122 also with a slash
    before it.
    """
    if site.root is None or not target.strip("/"):
        return ()
    found: list[Path] = []
    roots = site.content_folders
    from_root = _logical_path(posixpath.normpath(target.strip("/")))
    bare = target.strip("/")
    ending = None if target.startswith(".") or "/" in bare else PurePosixPath(bare)
    name = logical_name(ending) if ending is not None else None
    folder = os.path.join(here.parent, "")  # noqa: PTH118 - with the separator at its end
    for root in roots:
        if tree(root) is None:
            return ()  # too large to search
        pages = _by_logical_path(root)
        top = os.path.join(root, "")  # noqa: PTH118 - likewise
        if folder.startswith(top) and not target.startswith("/"):
            inner = folder[len(top) :].replace(os.sep, "/")
            beside = _logical_path(posixpath.normpath(f"{inner}{target}"))
            found += [root / each for each in pages.get(beside, ())]
        found += [root / each for each in pages.get(from_root, ())]
        if ending is not None and name in _by_name(root):
            found += _ending(root, ending)
    if found:
        return unique(found)
    places = [] if target.startswith("/") else [resolve(here.parent, target)]
    return unique([*places, *(resolve(root, target) for root in roots)])


def _logical_path(path: str) -> str:
    """Return the path without extension, language and ``index``, in lower case."""
    folder, _, name = path.lower().rpartition("/")
    stem = name.partition(".")[0] if name.endswith(_PAGES) else name
    if stem in {"index", "_index"}:
        return folder
    return f"{folder}/{stem}" if folder else stem


@lru_cache(maxsize=64)
def _by_logical_path(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for relative in tree(root) or ():
        found.setdefault(_logical_path(relative), []).append(relative)
    return found


def _ending(root: Path, wanted: PurePosixPath) -> Iterator[Path]:
    """Yield the files below *root* whose logical path ends with *wanted*, extension or not."""
    parts = wanted.parts
    for relative in _by_name(root).get(logical_name(wanted), ()):
        path = PurePosixPath(relative)
        page = path.parent if logical_name(path) == path.parent.name.lower() else path
        if page.parts[-len(parts) : -1] == parts[:-1] or path.parts[-len(parts) : -1] == parts[:-1]:
            yield root / relative


def logical_name(relative: PurePosixPath | str) -> str:
    """Return what a page is called: its name without extension and language, or its folder's."""
    path = PurePosixPath(relative)
    name = path.name.lower()
    stem = name.partition(".")[0] if name.endswith(_PAGES) else name
    return path.parent.name.lower() if stem in {"index", "_index"} else stem


@lru_cache(maxsize=64)
def _by_name(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for relative in tree(root) or ():
        found.setdefault(logical_name(relative), []).append(relative)
    return found


def _jekyll_file(target: str, here: Path, site: Site) -> Sequence[Path]:  # noqa: ARG001 - one shape
    """Resolve ``{% link %}``: a path from the source folder, extension included."""
    if site.root is None or not target:
        return ()
    roots = (site.root, *site.content_folders)
    return unique([resolve(each, target) for each in roots])


def _jekyll_post(target: str, here: Path, site: Site) -> Sequence[Path]:  # noqa: ARG001 - one shape
    """Resolve ``{% post_url %}``: a post's name without extension, folders before it or not."""
    names = tree(site.root) if site.root is not None else None
    if site.root is None or names is None or not target:
        return ()
    found = list(_ending(site.root, PurePosixPath(PurePosixPath(target.strip("/")).name)))
    return found or (resolve(site.root / "_posts", f"{target}.md"),)


def _hexo_post(target: str, here: Path, site: Site) -> Sequence[Path]:  # noqa: ARG001 - one shape
    """Resolve ``{% post_link %}``: a post's slug, which is (the end of) its file's name."""
    if site.root is None or not target:
        return ()
    roots = [folder / "_posts" for folder in site.content_folders]
    slug = unquote(target.strip("/")).lower()
    found = []
    for root in roots:
        names = tree(root)
        if names is None:
            return ()
        for relative in names:
            bare = relative.rpartition(".")[0].lower()
            named = slug in {bare, _DATE.sub("", bare)}  # `new_post_name` may hold a date
            if named or _has_title(root / relative, target):
                found.append(root / relative)
    return found or [resolve(root, f"{target}.md") for root in roots]


@lru_cache(maxsize=65536)
def _title(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(4096)
    except OSError:
        return ""
    found = re.search(r"^title[ \t]*:[ \t]*(.*?)[ \t]*$", head, re.MULTILINE)
    return found[1].strip("\"'") if found else ""


def _has_title(path: Path, title: str) -> bool:
    return path.suffix.lower() in _PAGES and _title(path) == title


@lru_cache(maxsize=64)
def tree(folder: Path) -> tuple[str, ...] | None:
    """Return the paths of all files below *folder*, hidden ones and modules left out.

    None where there are more than anybody would look through.
    """
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [
            each for each in folders if not each.startswith(".") and each != "node_modules"
        ]
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
        if len(found) > _LARGEST_TREE:
            return None
    return tuple(sorted(found))


_LOOKED_UP: Final = {
    ("hugo", "ref"): _hugo_page,
    ("hugo", "relref"): _hugo_page,
    ("jekyll", "link"): _jekyll_file,
    ("jekyll", "post_url"): _jekyll_post,
    ("hexo", "post_link"): _hexo_post,
    ("hexo", "post_path"): _hexo_post,
}
