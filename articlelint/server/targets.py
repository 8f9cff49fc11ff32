"""The files that links and images of an article lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from articlelint.article import Article
from articlelint.article.links import Link
from articlelint.destinations.anchors import id_styles
from articlelint.destinations.files import article_candidates
from articlelint.destinations.heading_ids import heading_ids
from articlelint.destinations.page_index import pages_of
from articlelint.destinations.page_urls import page_url
from articlelint.named_tuple import NamedTuple
from articlelint.text.files import is_file, read_bytes
from articlelint.text.source import decode
from articlelint.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.article.images.model import Image


class Target(NamedTuple):
    """The file that the URL at *span* leads to, and the fragment that it names in it."""

    span: Span
    path: Path
    fragment: str = ""


def written(url: str, span: Span, text: str = "") -> Link:
    """Return *url*, which stands at *span*, as a link of Markdown."""
    return Link(url, span, span, text, "inline")


def target_at(article: Article, offset: int) -> Target | None:
    """Return what the link or image at *offset* leads to; None where there is none, or nothing."""
    for image in article.images:
        if image.span.start <= offset <= image.span.end and not image.dynamic:
            path = _image_file(article, image)
            if path is not None:
                return Target(image.span, path)
    for link in article.links:
        if link.element.start <= offset <= link.element.end:
            path = target_file(article, link)
            if path is not None:
                return Target(link.span, path, link.fragment)
    return None


def target_file(article: Article, link: Link) -> Path | None:
    """Return the file that *link* leads to, the source of a page; None where it is not known."""
    if link.url.startswith("#"):
        return _own(article)
    candidates = article_candidates(link, article.path, article.site)
    found = next(filter(is_file, candidates), None)
    if found is not None or link.dynamic:
        return found
    matter = article.front_matter
    url = page_url(link, article.path, matter.data if matter else {}, article.site)
    pages = pages_of(article.site) if url is not None else None
    page = pages.at(url) if pages is not None and url is not None else None
    if page is not None:
        return page.path
    beside = article.site.asset_candidates(link.url, article.path)
    return next(filter(is_file, beside), None)


def place_of(fragment: str, article: Article) -> Span:
    """Return where *fragment* is in *article*: a heading, or an element; or else the beginning."""
    names = {fragment, unquote(fragment)}
    headings = article.headings
    for style in id_styles(article.site):
        for made, heading in zip(heading_ids(headings, style), headings, strict=True):
            if made in names:
                return heading.span
    for name in ("id", "name"):
        for attribute in article.attributes(name):
            if attribute.value in names:
                return attribute.span
    return Span(0, 0)


def read(path: Path, article: Article) -> Article | None:
    """Return the article at *path* of the site of *article*; None where it cannot be read."""
    try:
        return Article(decode(read_bytes(path)), path, site=article.site)
    except OSError:
        return None


def _own(article: Article) -> Path:
    from pathlib import Path

    return Path(article.path)


def _image_file(article: Article, image: Image) -> Path | None:
    raw = image.html is not None
    candidates = article.site.asset_candidates(image.url, article.path, raw=raw)
    return next(filter(is_file, candidates), None)
