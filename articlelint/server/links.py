"""Completion of where links and images lead: files, pages of the site, anchors."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from lsprotocol import types

from articlelint.article import SYNTAXES
from articlelint.destinations.anchors import anchors_at, anchors_of
from articlelint.destinations.files import article_candidates
from articlelint.destinations.image_files import names_in
from articlelint.destinations.page_index import pages_of
from articlelint.destinations.page_urls import page_url
from articlelint.destinations.pages import folded
from articlelint.generators.tree import SOURCES
from articlelint.named_tuple import NamedTuple
from articlelint.server.targets import target_file, written
from articlelint.text.regex import regex
from articlelint.text.span import Span
from articlelint.urls.flaws import scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from articlelint.article import Article
    from articlelint.server.documents import Document

_FAR: Final = 2_000
"""Characters; a URL begins no farther before its end."""
_MOST: Final = 500
"""Pages that are offered at once."""
_MARKDOWN: Final = regex(r".*\[[^\[\]]*\]\([ \t]*<?(?P<url>[^\s()<>]*)")
_DEFINITION: Final = regex(r"[ ]{0,3}\[[^\[\]]+\]:[ \t]*<?(?P<url>[^\s<>]*)")
_HTML: Final = regex(
    r""".*<(?P<tag>\w+)\b[^<>]*\s(?P<name>href|src|poster|data-src)\s*=\s*["'](?P<url>[^"'<>]*)""",
    re.DOTALL,
)
_IMAGES: Final = (
    ".apng", ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp",
)  # fmt: skip
_SAFE: Final = "/!$&*+,;=:@~'#%.-_"


class _Url(NamedTuple):
    """The beginning of a URL before the cursor."""

    text: str
    is_image: bool
    is_html: bool


def complete(
    article: Article, document: Document, offset: int
) -> Sequence[types.CompletionItem] | None:
    """Return where the URL that is being written at *offset* may lead; None where none is."""
    url = _url(article.text[max(article.body.start, offset - _FAR) : offset])
    if url is None or offset < article.body.start:
        return None
    if scheme_of(url.text) or url.text.startswith("//"):
        return []
    path, mark, fragment = url.text.partition("#")
    if mark:
        typed = Span(offset - len(fragment), offset)
        return list(_anchors(article, path, document.positions.range(typed)))
    name = path.rpartition("/")[2]
    replaced = document.positions.range(Span(offset - len(name), offset))
    found = list(_files(article, url, path[: len(path) - len(name)], replaced))
    if not url.is_image:
        whole = document.positions.range(Span(offset - len(path), offset))
        found += _pages(article, url, whole)
    return found


def images(
    article: Article, document: Document, typed: str, offset: int
) -> list[types.CompletionItem]:
    """Return the images whose URL may go on behind *typed*, in front matter, at *offset*."""
    name = typed.rpartition("/")[2]
    replaced = document.positions.range(Span(offset - len(name), offset))
    url = _Url(typed, is_image=True, is_html=False)
    return list(_files(article, url, typed[: len(typed) - len(name)], replaced))


def _url(before: str) -> _Url | None:
    line = before.rpartition("\n")[2]
    if (match := _MARKDOWN.fullmatch(line)) is not None:
        return _Url(match["url"], _is_image(line, match.start("url")), is_html=False)
    if (match := _DEFINITION.fullmatch(line)) is not None:
        return _Url(match["url"], is_image=False, is_html=False)
    if (match := _HTML.fullmatch(before)) is not None:
        is_link = match["tag"].lower() in {"a", "area"}
        return _Url(match["url"], is_image=not is_link, is_html=True)
    return None


def _is_image(line: str, url: int) -> bool:
    start = line.rfind("[", 0, url)
    return line[:start].endswith("!")


def _anchors(article: Article, path: str, replaced: types.Range) -> Iterator[types.CompletionItem]:
    if path:
        file = target_file(article, written(path, Span(0, 0)))
        anchors = anchors_at(file, article.site) if file is not None else None
    else:
        anchors = anchors_of(article)
    for name in sorted(anchors.names) if anchors is not None else ():
        yield types.CompletionItem(
            label=name,
            kind=types.CompletionItemKind.Reference,
            text_edit=types.TextEdit(replaced, name),
        )


def _files(
    article: Article, url: _Url, folder: str, replaced: types.Range
) -> Iterator[types.CompletionItem]:
    """Yield the folders, and the files of the right kind, in what *folder* of a URL leads to."""
    endings = _IMAGES if url.is_image else tuple(SYNTAXES)
    for name, is_folder in _entries(article, url, unquote(folder)):
        if name.startswith(".") or not (is_folder or name.lower().endswith(endings)):
            continue
        shown = f"{name}/" if is_folder else name
        kind = types.CompletionItemKind
        yield types.CompletionItem(
            label=shown,
            kind=kind.Folder if is_folder else kind.File,
            sort_text=f"1{shown}",
            text_edit=types.TextEdit(replaced, quote(shown, safe=_SAFE) if " " in name else shown),
        )


def _entries(article: Article, url: _Url, folder: str) -> Iterator[tuple[str, bool]]:
    seen: set[str] = set()
    for place in _places(article, url, folder):
        for name in names_in(place):
            if name not in seen:
                seen.add(name)
                yield name, os.path.isdir(place / name)  # noqa: PTH112 - of each file


def _places(article: Article, url: _Url, folder: str) -> list[Path]:
    """Return the folders in which what *folder* of a URL names is looked for."""
    site = article.site
    if url.is_image:
        found = site.asset_candidates(f"{folder}x.png", article.path, raw=url.is_html)
    else:
        root = site.root
        if root is None or not site.generator.rewrites_source_links(site.settings, root):
            return []
        link = written(f"{folder}x{SOURCES[0]}", Span(0, 0))
        found = article_candidates(link, article.path, site)[:1]
    return list(dict.fromkeys(each.parent for each in found))


def _pages(article: Article, url: _Url, replaced: types.Range) -> Iterator[types.CompletionItem]:
    """Yield the pages of the site by their addresses, where a link is known to lead there."""
    site = article.site
    pages = pages_of(site)
    if pages is None or (url.text and not url.text.startswith("/")):
        return
    matter = article.front_matter
    data = matter.data if matter is not None else {}
    count = 0
    for page in pages.by_url.values():
        address = page.url
        if site.generator.puts_base_before_links and not url.is_html:
            address = "/" + address.removeprefix(site.settings.base_path)
        if not address.lower().startswith(url.text.lower()):
            continue
        leads = page_url(written(address, Span(0, 0)), article.path, data, site)
        if leads is None or folded(leads) != folded(page.url):
            continue
        yield types.CompletionItem(
            label=address,
            kind=types.CompletionItemKind.Reference,
            detail=str(site.relative(page.path)),
            sort_text=f"2{address}",
            filter_text=address,
            text_edit=types.TextEdit(replaced, address),
        )
        count += 1
        if count == _MOST:
            return
