"""The targets that an article's author wrote as URLs."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from articlelint import (
    REFERENCE_TAGS,
    Article,
    Link,
    Page,
    Span,
    article_candidates,
    page_url,
    pages_of,
)


def written_targets(article: Article) -> Iterator[Link]:
    """Yield the links whose URL is wholly known.

    Each place once, although many reference links share one definition; not what template
    tags look up.
    """
    seen: set[Span] = set()
    for link in article.links:
        if link.dynamic or link.place in REFERENCE_TAGS or link.span in seen:
            continue
        seen.add(link.span)
        yield link


def candidates(article: Article, link: Link) -> Sequence[Path]:
    """Return the files that *link* may lead to; see ``article_candidates``."""
    known = _candidates(article)
    key = link.url, link.place
    if key not in known:
        known[key] = article_candidates(link, article.path, article.site)
    return known[key]


def address_of(article: Article, link: Link) -> str | None:
    """Return the URL path of this site that *link* leads to, where it can be a page's."""
    # With a host it is most links; a server may redirect old addresses, which are quoted so.
    if "//" in link.url or PurePosixPath(link.path).suffix.lower() not in {"", ".html", ".htm"}:
        return None
    if article.site.root is None or not link.path or candidates(article, link):
        return None
    matter = article.front_matter
    data = matter.data if matter is not None and matter.root is not None else {}
    return page_url(link, article.path, data, article.site)


def published_page(article: Article, link: Link) -> Page | None:
    """Return the article of this site whose address *link* leads to, where that is known."""
    url = None if link.place in REFERENCE_TAGS or link.dynamic else address_of(article, link)
    pages = pages_of(article.site) if url is not None else None
    return pages.at(url) if url is not None and pages is not None else None


@lru_cache(maxsize=1)
def _candidates(article: Article) -> dict[tuple[str, str], Sequence[Path]]:  # noqa: ARG001 - a key
    """Return what is remembered of the article that the rules are looking at."""
    return {}
