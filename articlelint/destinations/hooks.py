"""What hooks, plugins and extensions of which nothing is known put something in place of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.destinations.made_ids import without_code
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article import Article

_MARK = regex(
    r"\{[{%!]|^[ \t]*(?:///|(?P<at>@))|<<|%%|^#(?:(?:#|[^\S\n])*+[^#\s].*?<!--|(?>.*?-->).*\w)",
    re.MULTILINE,
)
"""What hooks and extensions often put something in place of; a comment beside a heading's text."""
_EMBEDS = regex(
    r"!\[\[(?!(?i:[^\[\]|#\n]{1,200}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|pdf|mp[34]|webm|wav|m4a"
    r"|ogg|3gp|flac|mov|mkv|canvas|base)[\]|#\\]))"
)
_COMMENT = regex(r"<!--(.*?)-->", re.DOTALL)


def may_be_replaced(article: Article) -> bool:
    """Tell whether something on the page looks as if ids came in its place."""
    text = without_code(article)
    if article.site.generator.embeds_bring_anchors and _EMBEDS.search(text):
        return True
    cites = article.dialect.has_citations
    return any(not (cites and match["at"]) for match in _MARK.finditer(text))


def commented(body: str) -> Iterator[str]:
    """Yield words of comments, of which a hook may make names, and what they are together."""
    for each in _COMMENT.finditer(body, 0, body.rfind("-->") + 3):
        words = each[1].split()
        yield from (*words, "".join(words), "".join(words[1:]))
