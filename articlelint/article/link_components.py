"""Links of components of MDX: ``<LinkCard href="/kites/" />``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex
from articlelint.text.span import Span, SpanIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document

_TAG: Final = (
    r"""<(?:{names})(?=\s)(?:[^<>{{}}"']|"[^"]*"|'[^']*')*?"""
    r"""\s{attribute}=(?:"(?P<url>[^"\n{{}}]*)"|'(?P<other>[^'\n{{}}]*)')"""
)
_COMMENT: Final = regex(r"\{/\*(?:[^*]|\*(?!/))*+")


def component_links(article: Document) -> Iterator[tuple[str, Span, Span]]:
    """Yield URLs that components have, with their spans and those of the tags up to their ends.

    Only components of a known module, which the article imports, are links. In code are none.
    """
    wanted: dict[tuple[str, str], list[str]] = {}
    for name, attribute_and_module in article.site.generator.link_components.items():
        wanted.setdefault(attribute_and_module, []).append(name)
    masked = article.markdown
    for (attribute, module), names in wanted.items():
        if module not in article.text:
            continue
        comments = SpanIndex(Span(*match.span()) for match in _COMMENT.finditer(article.text))
        pattern = regex(_TAG.format(names="|".join(map(re.escape, names)), attribute=attribute))
        for found in pattern.finditer(article.text, article.body.start):
            if masked.text.startswith(found[0][:6], found.start() - masked.offset):
                continue  # components are masked, code is not
            if comments.has_around(Span.at(found.start())):
                continue
            group = "other" if found["url"] is None else "url"
            yield found[group], Span(*found.span(group)), Span(*found.span())
