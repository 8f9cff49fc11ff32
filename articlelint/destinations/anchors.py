"""The anchors of a page: what a URL's fragment may name on it."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelint.article import SYNTAXES, Article
from articlelint.destinations.asked import asked
from articlelint.destinations.glance import glance, written
from articlelint.destinations.heading_ids import heading_ids
from articlelint.destinations.hooks import commented, may_be_replaced
from articlelint.destinations.made_ids import made_ids
from articlelint.destinations.names import Names, bare, keeps_words
from articlelint.destinations.tab_links import tabs_of_links
from articlelint.front_matter.fences.find import plain_end
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.ids import headings_in
from articlelint.text.files import read_bytes
from articlelint.text.regex import regex
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from articlelint.generators.generator import Generator
    from articlelint.generators.id_style import AnyIds
    from articlelint.site import Site

_LARGEST: Final = 5_000_000
"""Bytes; a larger page's anchors are not looked for."""


_PARTIAL = regex(r"_?(?:partials|includes?|snippets|reusables|fragments)$")
_HEADING_ABOVE = regex(r"^[ \t-]+#{1,6} ", re.MULTILINE)
_ICON = regex(r":[\w+-]+:")


class Anchors:
    """The names that a fragment can lead to on a page.

    *seen* are names that were found at a glance; the page is only parsed if that does not suffice.
    *exact* tells that it is known how the ids of headings are made.
    """

    def __init__(self, seen: frozenset[str], read: Callable[[], Names], *, exact: bool) -> None:
        self._seen = seen
        self._read = read
        self.exact = exact

    def has(self, fragment: str) -> bool:
        """Tell whether *fragment*, percent-decoded or not, may name something on the page."""
        decoded = unquote(fragment)
        if fragment in self._seen or decoded in self._seen:
            return True
        if not self.exact and bare(decoded) in map(bare, self._seen):
            return True
        return self._names.has(fragment)

    def nearest(self, fragment: str) -> str | None:
        """Return the name that was evidently meant: it has the same words, or differs by a typo."""
        return self._names.nearest(fragment)

    @property
    def names(self) -> frozenset[str]:
        """Return the names that are known."""
        return self._names.names

    @property
    def closed(self) -> bool:
        """Tell whether no template, script or component can add names."""
        return self._names.closed

    @cached_property
    def _names(self) -> Names:
        return self._read()


def anchors_of(article: Article) -> Anchors:
    """Return the anchors of *article*, ids of headings made as its generator makes them."""
    styles = id_styles(article.site)
    seen = glance(article.body.of(article.text), styles)
    return Anchors(seen, partial(_names_of, article), exact=len(styles) == 1)


def _names_of(article: Article) -> Names:
    """Return the names on the page of *article*; of a part those on all pages that have it."""
    own = _own_names(article)
    if not _is_part(article):
        return own
    site = article.site
    holders = () if site.root is None else site.generator.pages_with(article.site_path, site.root)
    every = [own, *(_read(site.root / each, site) for each in holders if site.root is not None)]
    return Names(
        frozenset().union(*(each.names for each in every)),
        closed=len(every) > 1 and all(each.closed for each in every),
        exact=own.exact,
        marked=frozenset().union(*(each.marked for each in every)),
        beginnings=tuple(beginning for each in every for beginning in each.beginnings),
        alike=tuple(heading for each in every for heading in each.alike),
    )


def _own_names(article: Article) -> Names:
    styles = id_styles(article.site)
    names: set[str] = set()
    closed = bool(styles)  # without one, nothing is known of how headings get theirs
    alike: list[str] = []
    for style in styles:
        ids = heading_ids(article.headings, style)
        names.update(filter(None, ids))
        # HTML has the id that it has, but where the parser reads on in it.
        known = style is not IdStyle.PYTHON_MARKDOWN
        for own, heading in zip(ids, article.headings, strict=True):
            if own is not None or (heading.html and known):
                continue
            if keeps_words(heading):
                alike += {bare(heading.text), bare(heading.source)} - {""}
            else:
                closed = False
    body = article.body.of(article.text)
    names.update(written(body))
    for node in article.markdown.nodes("FootnoteDefinition"):
        names.add(f"fn:{article.markdown.text_of(node)}")
    terms = article.markdown.nodes("DefinitionListTitle")  # some generators give them ids
    marked = {bare(article.markdown.text_of(node)) for node in terms}
    if article.dialect.has_unknown_constructs:
        closed = closed and not may_be_replaced(article)
        marked.update(map(bare, commented(body)))
    closed = closed and not article.dialect.may_make_ids(body)
    if len(styles) > 1:
        marked.update(_chained(article))
    if article.dialect.tabs_have_ids:
        marked.update(_tabs(article))
    put_out = made_ids(article)
    marked.update(map(bare, article.dialect.hidden_headings(body)))
    marked.update(tabs_of_links(article, {*map(bare, names), *alike}))
    around = _layout_ids(article.site)
    made = {*(put_out or ()), *(around or ()), *_titles(article)}
    marked.update(map(bare, made))
    beginnings = [bare(each[:-1]) for each in made if each.endswith("*")]
    return Names(
        frozenset(names),
        closed and put_out is not None and around is not None and not _has_ids_of_layout(article),
        exact=len(styles) == 1,
        marked=frozenset(marked),
        beginnings=tuple(filter(None, beginnings)),
        alike=tuple(alike),
    )


def _layout_ids(site: Site) -> Collection[str] | None:
    return () if site.root is None else site.generator.layout_ids(site.root)


def _has_ids_of_layout(article: Article) -> bool:
    site, matter = article.site, article.front_matter
    if site.root is None:
        return False
    data = matter.data if matter is not None else {}
    path = article.site_path
    return site.generator.layout_makes_ids(path, data, site.settings, site.root)


def _titles(article: Article) -> Iterator[str]:
    """Yield the title of the front matter, of which a layout may make a heading with an id.

    Those of Markdown in it, too.
    """
    matter = article.front_matter
    title = matter.data.get("title") if matter is not None else None
    if isinstance(title, str):
        yield title
    above = article.text[: article.body.start]
    if _HEADING_ABOVE.search(above):
        yield from headings_in("\n".join(line.lstrip(" \t-") for line in above.split("\n")))


def _chained(article: Article) -> Iterator[str]:
    """Yield what ids are where those of the headings above come first: ``Options-color``."""
    above: list[tuple[int, str]] = []
    for heading in article.headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        own = bare(heading.text)
        yield from {f"{before}{own}" for _, before in above}
        if heading.level > 1:  # not the title of the page
            above.append((heading.level, f"{above[-1][1] if above else ''}{own}"))


def _tabs(article: Article) -> Iterator[str]:
    """Yield what the ids of tabs may be: that of a label, or of a heading and a label."""
    markdown = article.markdown
    labels = {
        bare(_ICON.sub("", markdown.text_of(node)))
        for node in markdown.nodes("Element")
        if node.data == "label"
    }
    for before in ("", *[bare(heading.text) for heading in article.headings]):
        yield from (f"{before}{label}" for label in labels)


def _is_part(article: Article) -> bool:
    """Tell whether other text may surround the article on its page: a partial, or a layout."""
    generator = article.site.generator
    relative = article.site_path
    if any(map(_PARTIAL.match, relative.parts)):
        return True
    if generator.takes_for_part(relative, article.site.settings):
        return True
    return article.front_matter is None and generator.pages_have_front_matter


def anchors_at(path: Path, site: Site) -> Anchors | None:
    """Return the anchors of the article at *path*; None if it cannot be read as an article."""
    if path.suffix.lower() not in SYNTAXES:
        return None
    changed = _changed(path)
    return None if changed is None else _anchors_at(path, site, changed)


@lru_cache(maxsize=4096)
def _anchors_at(path: Path, site: Site, _when: int) -> Anchors | None:
    try:
        text = decode(read_bytes(path)).text
    except OSError:
        return None
    styles = id_styles(site)
    seen = glance(text[plain_end(text) :], styles)
    return Anchors(seen, partial(_read, path, site), exact=len(styles) == 1)


def _read(path: Path, site: Site) -> Names:
    try:
        data = read_bytes(path)
    except OSError:  # gone in the meantime
        return Names(frozenset(), closed=False, exact=False)
    return _names_of(Article(decode(data), path, site=site))


def anchors_in_file(path: Path) -> Anchors | None:
    """Return the anchors of an HTML file that is published as it is; None if it cannot be read.

    If the page has scripts, they may add others.
    """
    changed = _changed(path)
    return None if changed is None else _anchors_in_file(path, changed)


def _changed(path: Path) -> int | None:
    """Return when the file at *path* was changed; None where it is gone, or too large to read."""
    asked.add(path)
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return None if stat.st_size > _LARGEST else stat.st_mtime_ns


@lru_cache(maxsize=256)
def _anchors_in_file(path: Path, _when: int) -> Anchors | None:
    from html import unescape  # a large table

    try:
        text = decode(read_bytes(path)).text
    except OSError:
        return None
    seen = frozenset(map(unescape, written(text)))
    names = Names(seen, closed="<script" not in text.lower(), exact=True)
    return Anchors(seen, lambda: names, exact=True)


def shared_names(site: Site) -> Names:
    """Return the names on any page of the site that a fragment alone may lead to."""
    return _shared(site.generator, site.root)


@lru_cache(maxsize=16)
def _shared(generator: Generator, root: Path | None) -> Names:
    names = generator.shared_anchors(root) if root is not None else ()
    return Names(frozenset(names), closed=False, exact=False)


def may_be_named(fragment: str, site: Site) -> bool:
    """Tell whether a fragment may name something that is not in any known source of the site."""
    return site.root is None or site.generator.may_be_named(fragment, site.root)


def id_styles(site: Site) -> tuple[AnyIds, ...]:
    """Return the ways in which the site may make ids of headings; one if it is certain."""
    return _styles(site.generator, site.root)


@lru_cache(maxsize=256)
def _styles(generator: Generator, root: Path | None) -> tuple[AnyIds, ...]:
    return ANY_STYLE if root is None else generator.heading_id_styles(root)
