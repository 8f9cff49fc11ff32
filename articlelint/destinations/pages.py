"""At which addresses the articles of a site are published, as far as that is certain."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from articlelint.article import SYNTAXES
from articlelint.destinations.addresses import UnknownAddress, addresses
from articlelint.destinations.files import is_copied
from articlelint.destinations.kept_elsewhere import is_ignored
from articlelint.destinations.programs import are_named, is_named, keeps_others
from articlelint.destinations.redirects import redirects_of
from articlelint.generators.paths import DATE_PREFIX
from articlelint.generators.tree import PAGES, logical_name, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import PurePath

    from articlelint.article.links import Link
    from articlelint.destinations.redirects import Redirects
    from articlelint.site import Site

_MOST_COMPARED: Final = 2_000
_LARGEST_SLIP: Final = 4
_LEAST_NAME: Final = 4
_NUMBERED = regex(r"page-?\d*")
_DIGITS = regex(r"\d+")
_LANGUAGE = regex(r"(?<=/)[a-z]{2}(?:-[a-z]{2,4})?(?=/)")
_UNKNOWN: Final = "the site is published beside others"
_ENDINGS: Final = (".md", "/index.md", ".mdx")
_ARTICLES: Final = tuple(SYNTAXES)


class Page(NamedTuple):
    """An article at one of its addresses: the URL path and the file."""

    url: str
    file: str

    @property
    def path(self) -> Path:
        """Return the path of the file."""
        return Path(self.file)


@dataclass(frozen=True)
class Pages:
    """The pages of a site.

    *by_url* maps URL paths (see ``folded``) to pages; *uncertain* are the names of all other
    sources, whose pages may be anywhere. *unknown* says why there may be further pages; if it is
    "", there are none but *below* some URL paths. *redirects* is what the host sends elsewhere,
    None if that is not known. *ignored* tells whether a program may make the source of a URL path,
    or with True the page itself: Git ignores the file, or a program of the repository names it.
    """

    by_url: Mapping[str, Page]
    uncertain: frozenset[str]
    unknown: str
    below: tuple[str, ...]
    redirects: Redirects | None
    ignored: Callable[[str, bool], bool]

    def at(self, url: str) -> Page | None:
        """Return the page at a URL path, which may be an alias."""
        return self.by_url.get(folded(url))

    def is_gone(self, url: str, base: str) -> bool:
        """Tell whether there is certainly no page at a URL path, which begins with *base*.

        Static files are not looked for.
        """
        if self.unknown or self.redirects is None or self.may_lead_on(url, base):
            return False
        path = folded(url)
        if path in self.by_url or self.is_section(url):
            return False
        names = path.split("/")
        if not self.uncertain.isdisjoint({names[-1], names[-1].partition(".")[0]}):
            return False
        return not _is_list(names)

    def may_lead_on(self, url: str, base: str, *, is_slip: bool = False) -> bool:
        """Tell whether a program may put something at a URL path, or the host sends it elsewhere.

        It begins with *base*. Where it *is_slip* of another page's, the program has to name the
        page: what it puts into the folder will hardly have such a name.
        """
        if self.redirects is not None and self.redirects.has(url[len(base) - 1 :]):
            return True
        path = folded(url)
        if self.redirects is not None and self.redirects.shortened and path in self._shortened:
            return True
        if f"{path}/".startswith(self.below):
            return True
        return self.ignored(path.removeprefix(base.strip("/").lower()).strip("/"), is_slip)

    def is_section(self, url: str) -> bool:
        """Tell whether there are pages below a URL path, so that it may have a list of them."""
        return folded(url) in self._sections

    def nearest(self, url: str) -> Page | None:
        """Return the page that was evidently meant, if there is one.

        It has nearly that name in the same folder, or that name in another one. None if a
        file of that name may make a page, or where programs make pages.
        """
        folder, _, name = folded(url).rpartition("/")
        if not name or name in self.uncertain or f"{folder}/".startswith(self.below):
            return None
        namesakes = self._by_name.get(name)
        if namesakes:
            if self.unknown:
                return None  # a program may make that very page
            others = {page.file for page in namesakes}
            one = namesakes[0] if len(others) == 1 and len(name) >= _LEAST_NAME else None
            return one if one is not None and _languages(one.url) == _languages(url) else None
        siblings = self._by_folder.get(folder, {})
        if len(siblings) > _MOST_COMPARED:
            return None
        from difflib import get_close_matches

        digits = _DIGITS.findall(name)
        like = [
            each
            for each in siblings
            if abs(len(each) - len(name)) <= _LARGEST_SLIP and _DIGITS.findall(each) == digits
        ]
        near = get_close_matches(name, like, 1, 0.8)
        return siblings[near[0]] if near else None

    @cached_property
    def _sections(self) -> frozenset[str]:
        found = {""}
        for url in self.by_url:
            folder = url.rpartition("/")[0]
            while folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def _shortened(self) -> frozenset[str]:
        """Return the URL paths of pages, each without one of its folders."""
        found: set[str] = set()
        for url in self.by_url:
            names = url.split("/")
            found.update("/".join(names[:at] + names[at + 1 :]) for at in range(len(names) - 1))
        return frozenset(found)

    @cached_property
    def _by_name(self) -> dict[str, list[Page]]:
        found: dict[str, list[Page]] = {}
        for url, page in self.by_url.items():
            found.setdefault(url.rpartition("/")[2], []).append(page)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, Page]]:
        found: dict[str, dict[str, Page]] = {}
        for url, page in self.by_url.items():
            folder, _, name = url.rpartition("/")
            found.setdefault(folder, {})[name] = page
        return found


def _is_list(names: list[str]) -> bool:
    """Tell whether a path seems to be of a part of a list, or an archive of a year or a month."""
    return any(map(_NUMBERED.fullmatch, names)) or all(name.isdigit() for name in names)


def _languages(url: str) -> list[str]:
    return _LANGUAGE.findall(url.lower())


def pages_of(site: Site) -> Pages | None:
    """Return the pages of *site*; None if too little is known of them, or there are too many."""
    if site.root is None or not site.generator.knows_addresses(site.settings):
        return None
    return _pages_of(site)


def folded(url: str) -> str:
    """Return a URL path in a form that is the same for all spellings of a page's address."""
    path = unquote(url).lower().removesuffix("index.html").strip("/")
    path = path.removesuffix(".html").removesuffix(".htm")
    return "" if path == "index" else path.removesuffix("/index")


def page_url(link: Link, path: PurePath, data: Mapping[str, object], site: Site) -> str | None:
    """Return the URL path that *link* leads to, in the article at *path* with that front matter.

    None if it does not lead to a page of this site, or if that cannot be known.
    """
    local = site.local_path(link.url)
    if not local:
        return None
    base = site.settings.base_path
    generator = site.generator
    puts = generator.puts_base_before_links and link.html is None
    if puts and generator.keeps_base_of_links and local.startswith(base):
        puts = False
    if link.based or (puts and local.startswith("/") and "//" not in link.url):
        return base.rstrip("/") + local
    if not local.startswith("/"):
        if link.html is None and site.root and generator.resolves_links(site.root):
            from_root = generator.links_from_root and not local.startswith(".")
            return f"{base}{local}" if from_root else None
        by_file = generator.links_by_file and link.html is None
        own = site.permalink(path, {} if by_file else data)
        if own is None:
            return None
        folder = generator.link_folder(own, path)
        if not site.settings.base_url and _leaves_root(folder, local, base):
            return None  # what surrounds the site is not known
        local = posixpath.normpath(posixpath.join(folder, local)) + "/" * local.endswith("/")
    return local if local.startswith(base) else None


def _leaves_root(folder: str, target: str, base: str) -> bool:
    """Tell whether a relative link leads above the root of the site, which *base* is."""
    if not target.startswith("../"):
        return False
    depth = folder.removeprefix(base).strip("/").count("/") + (folder.strip("/") != base.strip("/"))
    return posixpath.normpath(target).split("/").count("..") > depth


@lru_cache(maxsize=16)
def _pages_of(site: Site) -> Pages | None:
    assert site.root is not None  # noqa: S101 - by its only caller
    everything = tree(site.root)
    if everything is None:
        return None
    root = os.path.join(site.root, "")  # noqa: PTH118 - with the separator at its end
    by_url: dict[str, Page] = {}
    own: dict[str, str] = {}
    uncertain: set[str] = set()
    unknown = ""
    below = list(site.generator.made_folders(site.settings, site.root))
    for name in everything:
        is_content = site.holds(name)
        urls: Sequence[str] = ()
        if is_content and name.lower().endswith(_ARTICLES):
            try:
                urls = addresses(name, site)
            except UnknownAddress as error:
                if error.below is None:
                    unknown = f"the address of `{name}` is not known"
                else:
                    below.append(error.below)
        for url in urls:
            by_url.setdefault(folded(url), Page(url, f"{root}{name}"))
        if urls:
            own[urls[0]] = f"{root}{name}"
        else:
            if site.generator.addresses_from_titles and is_content and name.lower().endswith(PAGES):
                return None
            called = logical_name(name)
            uncertain |= {called, DATE_PREFIX.sub("", called)}
            if not is_copied(name):  # `about.pug` may be made into a page as well
                uncertain.add(called.partition(".")[0])
    base = site.settings.base_path
    made = site.generator.made_pages(site.settings, site.root)
    single = {folded(base + path): Page(base + path, f"{root}{name}") for path, name in made}
    return Pages(
        _with_untranslated(single | by_url, own, site),
        frozenset(uncertain),
        unknown
        or site.generator.unknown_addresses(site.settings, site.root)
        or _UNKNOWN * keeps_others(site.root),
        tuple(
            f"{path}/" if (path := folded(f"{base}{each}")) else ""
            for each in below
            if each.strip("/") != "index"  # the page at the root, and nothing below it
        ),
        redirects_of(site),
        partial(_is_ignored, site.root, site.generator.page_folders(site.settings)),
    )


def _with_untranslated(
    pages: dict[str, Page], own: Mapping[str, str], site: Site
) -> Mapping[str, Page]:
    """Return *pages* and, after them, what stands for those that are not translated.

    *own* maps the URL path that each article has to its file.
    """
    assert site.root is not None  # noqa: S101 - by its only caller
    for url, source in site.generator.also_at(own, site.settings, site.root):
        pages.setdefault(folded(url), Page(url, own[source]))
    return pages


def _is_ignored(
    root: Path,
    folders: Collection[tuple[str, str]],
    path: str,
    by_its_name: bool,  # noqa: FBT001 - the rest is filled in
) -> bool:
    below = [
        f"{folder}/{path[len(route) :]}"
        for folder, route in folders
        if not route or f"{path}/".startswith(f"{route}/")
    ]
    if any(is_ignored(f"{name}{ending}", root) for name in below for ending in _ENDINGS):
        return True
    if by_its_name:
        last = path.rpartition("/")[2]
        return any(is_named(root, f"{last}{ending}") for ending in ("", *_ENDINGS))
    if "/" not in path:
        return False
    endings = ("", *_ENDINGS)
    return are_named(root, [posixpath.normpath(f"{at}{each}") for at in below for each in endings])
