"""The ids that generators give headings, as each of them makes them.

``tests/oracles/heading_ids.py`` compares these with the libraries themselves.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from articlelint.article.headings import id_in
from articlelint.destinations.heading_ids import (
    github,
    goldmark,
    hexo,
    kramdown,
    markdown_it,
    others,
    pandoc,
)
from articlelint.destinations.heading_ids.github import IN_BRACKETS
from articlelint.destinations.heading_ids.words import Words, text_of
from articlelint.destinations.id_numbers import KRAMDOWNS, Numbering
from articlelint.generators.id_style import IdStyle, OwnIds
from articlelint.templates import FILLER
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from articlelint.article.headings import Heading
    from articlelint.destinations.heading_ids.words import Maker
    from articlelint.generators.id_style import AnyIds

_MAKERS: Final[Mapping[IdStyle, Maker]] = {
    **github.MAKERS,
    **goldmark.MAKERS,
    **hexo.MAKERS,
    **kramdown.MAKERS,
    **markdown_it.MAKERS,
    **others.MAKERS,
    **pandoc.MAKERS,
}


def heading_ids(headings: Sequence[Heading], style: AnyIds) -> tuple[str | None, ...]:
    """Return the id of each heading of a page; None if it cannot be known, "" if it has none.

    It cannot be known where a template makes a part of the heading, or where Zola would
    transliterate.
    """
    maker = cache(_maker(style))  # pages have many headings of the same words
    explicit = [_explicit(heading, style) for heading in headings]
    numbering = Numbering(style, [each for each in explicit if each])
    finish = _FINISHING.get(style)
    reads_html, leaves_titles = style in _HTML_TOO, style is IdStyle.NEXTRA
    found: list[str | None] = []
    for heading, own in zip(headings, explicit, strict=True):
        if own is not None or (heading.html and not reads_html):
            found.append(own)
            if own:
                numbering.take(own)
        elif leaves_titles and heading.level == 1:
            found.append("")
        elif FILLER in heading.text:
            found.append(None)
        else:
            made = maker(Words(heading.text, heading.source, heading.pieces, heading.html))
            made = None if made is None else numbering.unique(made)
            found.append(finish(made) if made and finish is not None else made)
    return tuple(found)


def _maker(style: AnyIds) -> Maker:
    if isinstance(style, OwnIds):
        make = style.make
        return lambda heading: make(text_of(heading))
    return _MAKERS[style]


_HYPHENS = regex("-+")
_FINISHING: Final[Mapping[AnyIds, Callable[[str], str]]] = {
    IdStyle.ASTRO: lambda made: made.removesuffix("-"),
    IdStyle.MDC: lambda made: re.sub(
        r"^(?=[0-9])", "_", _HYPHENS.sub("-", made).removeprefix("-").removesuffix("-")
    ),
}
"""What is done when the number is there."""
_HTML_TOO: Final = frozenset({IdStyle.GITHUB, IdStyle.ASTRO})
_BRACES: Final = dict.fromkeys(
    (
        *KRAMDOWNS,
        *(IdStyle.DOCUSAURUS, IdStyle.GOLDMARK, IdStyle.GOLDMARK_ASCII, IdStyle.BLACKFRIDAY),
        *(IdStyle.ELEVENTY, IdStyle.ELEVENTY_PLUGIN),  # with markdown-it-attrs
        *(IdStyle.ZOLA, IdStyle.MDIT_VUE, IdStyle.RSPRESS, IdStyle.MDBOOK),
        IdStyle.PANDOC,
    ),
    regex(r"\{([^{}:\n][^{}\n]*)\}\s*\Z"),
) | {IdStyle.PYTHON_MARKDOWN: regex(r"(?<=\s)\{:?([^{}\n]*)\}\s*\Z")}
"""What gives an id at the end of a heading's line: ``## Title {#id}``."""
_ATTRIBUTED: Final = KRAMDOWNS | {IdStyle.PANDOC, IdStyle.GOLDMARK, IdStyle.GOLDMARK_ASCII}
"""They take ``id="name"`` in attributes too."""


def _explicit(heading: Heading, style: AnyIds) -> str | None:
    if heading.html or isinstance(style, OwnIds):
        return heading.id
    if style in _ATTRIBUTED and heading.attributes and heading.id is None:
        below = id_in(heading.attributes)
        if below is not None:
            return below
    if style is IdStyle.FUMADOCS:
        own = IN_BRACKETS.search(heading.source)
        return own[1] if own is not None else None
    if style not in _BRACES:
        return None
    if heading.id is not None:
        return heading.id
    found = _BRACES[style].search(heading.source)
    return id_in(found[1]) if found else None
