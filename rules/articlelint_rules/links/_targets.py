"""The targets that an article's author wrote as URLs."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from articlelint import (
    REFERENCE_TAGS,
    Article,
    Link,
    Page,
    Span,
    article_candidates,
    extension_of,
    is_file,
    page_url,
    pages_of,
)

_HTML = frozenset({".html", ".htm"})
_MOST = 10_000
"""A page that holds more was made by a program, and takes long: the first tell what is wrong."""


def links_by_place(article: Article) -> list[Link]:
    """Return the links, one for each place where a target is written; a view."""
    found: dict[Span, Link] = {}
    for link in article.links:
        found.setdefault(link.span, link)
    return list(islice(found.values(), _MOST))


def candidates(article: Article, link: Link) -> Sequence[Path]:
    """Return the files that *link* may lead to; see ``article_candidates``."""
    known = article.view(_candidates)
    key = link.url, link.place
    if key not in known:
        known[key] = article_candidates(link, article.path, article.site)
    return known[key]


def address_of(article: Article, link: Link) -> str | None:
    """Return the URL path of this site that *link* leads to, where it can be a page's."""
    path = article.site.local_path(link.url)
    if not path or (path[-1] != "/" and extension_of(path) not in {"", ".html", ".htm"}):
        return None
    if article.site.root is None or not link.path or candidates(article, link):
        return None
    matter = article.front_matter
    if matter is None and not path.startswith("/"):
        relative = article.site_path
        if article.site.generator.copies_without_front_matter(relative):
            return None  # it is read where it lies, in the repository
    data = matter.data if matter is not None and matter.root is not None else {}
    return page_url(link, article.path, data, article.site)


def published_page(article: Article, link: Link) -> Page | None:
    """Return the article of this site whose address *link* leads to, where that is known."""
    url = None if link.place in REFERENCE_TAGS or link.dynamic else address_of(article, link)
    pages = pages_of(article.site) if url is not None else None
    return pages.at(url) if url is not None and pages is not None else None


def published_file(article: Article, link: Link) -> Path | None:
    """Return the HTML that is at the address which *link* leads to, published as it is."""
    url = None if link.place in REFERENCE_TAGS or link.dynamic else address_of(article, link)
    if url is None:
        return None
    for place in article.site.asset_candidates(url, article.path, raw=True):
        path = place if extension_of(url) else place / "index.html"
        if path.suffix.lower() in _HTML and is_file(path):
            return path
    return None


def _candidates(_: Article) -> dict[tuple[str, str], Sequence[Path]]:
    """Return what remembers the candidates of an article."""
    return {}
