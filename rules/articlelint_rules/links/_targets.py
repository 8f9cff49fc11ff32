"""The targets that an article's author wrote as URLs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.links import REFERENCE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

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
