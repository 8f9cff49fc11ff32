"""The anchors of a page: what a URL's fragment may name on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from articlelint.article import SYNTAXES, Article
from articlelint.destinations.heading_ids import heading_ids
from articlelint.destinations.made_ids import made_ids, without_code
from articlelint.generators.id_style import IdStyle
from articlelint.text.files import read_bytes
from articlelint.text.regex import regex
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from articlelint.generators.generator import Generator
    from articlelint.site import Site

_LARGEST: Final = 5_000_000
"""Bytes; a larger page's anchors are not looked for."""

_MOST_COMPARED: Final = 500

asked: Final[set[Path]] = set()
"""The pages whose anchors were asked for; who wants to know empties it before."""

# More than the ids there are: what looks like one in code or in a template counts too, since
# a template or a script may make it so.
_ATTRIBUTE = regex(r"""\b(?:id|name)\s*+[=:]["'{\s]*+([^"'\s<>}]+)""")
_BRACES = regex(r"\{[^{}\n]{0,200}#([\w:.\-]{1,200})[^{}\n]{0,200}\}")
_NUMBER = regex(r"[-_][0-9]+\Z")
_PARTIAL = regex(r"(?:partials|includes|snippets|reusables)$")
_MARK = regex(r"\{[{%!]|!\[\[|^[ \t]*(?:///|@)|<<|%%|^#.*(?:[^#\s].*<!--|-->.*\w)", re.MULTILINE)
"""What hooks and extensions often put something in place of; a comment beside a heading's text."""
_ICON = regex(r":[\w+-]+:")
_COMMENT = regex(r"<!--(.*?)-->", re.DOTALL)


@dataclass(frozen=True)
class Anchors:
    """The names that a fragment can have on a page.

    *closed* tells that no template, script or component can add any, *exact* that it is known
    how the ids of headings are made. *marked* are words of which a hook or a tab may make a name,
    by their letters and digits; *beginnings* what names that templates make begin with, likewise.
    """

    names: frozenset[str]
    closed: bool
    exact: bool
    marked: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def has(self, fragment: str) -> bool:
        """Tell whether *fragment*, percent-decoded or not, may name something on the page."""
        decoded = unquote(fragment)
        names = {fragment, decoded, _NUMBER.sub("", decoded)}
        if not self.names.isdisjoint(names):
            return True
        word = bare(decoded)
        if word.startswith(self.beginnings):
            return True
        return word in self.marked or (not self.exact and word in self._by_words)

    def nearest(self, fragment: str) -> str | None:
        """Return the name that was evidently meant: of the same words, or one slip away."""
        decoded = unquote(fragment)
        same = self._by_words.get(bare(decoded))
        if same:
            return max(sorted(same), key=lambda name: ("%" not in name, name.isascii()))
        if len(self.names) > _MOST_COMPARED:
            return None
        from difflib import get_close_matches

        near = get_close_matches(decoded, sorted(self.names), 1, 0.9)
        return near[0] if near else None

    @cached_property
    def _by_words(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            if words := bare(name):
                found.setdefault(words, []).append(name)
        return found


def bare(name: str) -> str:
    """Return the letters and digits of a name, in lower case: what every way to make ids keeps."""
    return re.sub(r"[\W_]", "", unquote(name)).casefold()


def anchors_of(article: Article) -> Anchors:
    """Return the anchors of *article*, ids of headings made as its generator makes them."""
    styles = id_styles(article.site)
    names: set[str] = set()
    closed = True
    for style in styles:
        ids = heading_ids(article.headings, style)
        names.update(filter(None, ids))
        # HTML has the id that it has, but where the parser reads on in it.
        known = style is not IdStyle.PYTHON_MARKDOWN
        closed = closed and all(
            own or (heading.html and known)
            for own, heading in zip(ids, article.headings, strict=True)
        )
    body = article.body.of(article.text)
    names.update(match[1] for match in _ATTRIBUTE.finditer(body))
    names.update(match[1] for match in _BRACES.finditer(body))
    for node in article.markdown.nodes("FootnoteDefinition"):
        names.add(f"fn:{article.markdown.text_of(node)}")
    marked: set[str] = set()
    if article.dialect.has_unknown_constructs:
        closed = closed and _MARK.search(without_code(article)) is None
        for each in _COMMENT.finditer(body):
            words = each[1].split()
            marked.update(map(bare, (*words, "".join(words), "".join(words[1:]))))
    if article.dialect.tabs_have_ids:
        marked.update(_tabs(article))
    put_out = made_ids(article)
    marked.update(map(bare, put_out or ()))
    beginnings = [bare(each[:-1]) for each in put_out or () if each.endswith("*")]
    return Anchors(
        frozenset(names),
        closed and put_out is not None and not _is_part(article),
        exact=len(styles) == 1,
        marked=frozenset(marked),
        beginnings=tuple(filter(None, beginnings)),
    )


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
    relative = article.site.relative(article.path)
    if any(map(_PARTIAL.match, relative.parts)):
        return True
    if generator.takes_for_part(relative, article.site.settings):
        return True
    if generator.layouts_make_anchors:
        return True
    return article.front_matter is None and generator.pages_have_front_matter


def anchors_at(path: Path, site: Site) -> Anchors | None:
    """Return the anchors of the article at *path*; None where it is no article to be read."""
    if path.suffix.lower() not in SYNTAXES:
        return None
    asked.add(path)
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    if stat.st_size > _LARGEST:
        return None
    return _anchors_at(path, site, stat.st_mtime_ns)


@lru_cache(maxsize=4096)
def _anchors_at(path: Path, site: Site, _changed: int) -> Anchors | None:
    try:
        data = read_bytes(path)
    except OSError:
        return None
    return anchors_of(Article(decode(data), path, site=site))


def id_styles(site: Site) -> tuple[IdStyle, ...]:
    """Return the ways in which the site may make heading ids; one where that is certain."""
    return _styles(site.generator, site.root)


@lru_cache(maxsize=256)
def _styles(generator: Generator, root: Path | None) -> tuple[IdStyle, ...]:
    return tuple(IdStyle) if root is None else generator.heading_id_styles(root)
