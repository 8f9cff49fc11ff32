"""The targets that an article's author wrote as URLs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.links import REFERENCE_TAGS
from articlelint.targets import article_candidates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from articlelint import Article, Span
    from articlelint.links import Link


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


@lru_cache(maxsize=1)
def _candidates(article: Article) -> dict[tuple[str, str], Sequence[Path]]:  # noqa: ARG001 - a key
    """Return what is remembered of the article that the rules are looking at."""
    return {}
