"""Links that a script makes tabs of: ``<div class="tabs"><a href="#linux">Linux</a> ...</div>``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.destinations.names import bare
from articlelint.html.tree.nodes import Element
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from articlelint.article import Article

_LINK: Final = regex(r"<a\s[^<>]{0,200}?href\s*+=\s*+[\"']?#", 2)  # IGNORECASE
_LEAST: Final = 2
"""So many links make a choice."""


def tabs_of_links(article: Article, words: Collection[str]) -> Iterator[str]:
    """Yield the words of what such links name; the *words* of no id of the page are the same.

    They are all that an element with a class holds. In a table of contents one of them leads
    somewhere.
    """
    if _LINK.search(article.text, article.body.start) is None:
        return
    seen: set[int] = set()
    for link in article.html.elements("a"):
        around = link.parent
        if around is None or around.tag == "nav" or not around.get("class"):
            continue
        if around.start_tag is None:
            continue
        if around.start_tag.start in seen:
            continue
        seen.add(around.start_tag.start)
        fragments = _fragments(around)
        named = set(map(bare, fragments))
        if len(fragments) >= _LEAST and named.isdisjoint(words):
            yield from named


def _fragments(around: Element) -> set[str]:
    """Return what the links in *around* name on the page, if it holds nothing else."""
    found: set[str] = set()
    for each in around.children:
        if isinstance(each, Element):
            target = each.get("href") if each.tag == "a" else None
            if target is None or not target.startswith("#"):
                return set()
            found.add(target[1:])
        elif each.value.strip():
            return set()
    return found - {""}
