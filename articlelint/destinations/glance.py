"""The anchors that a page evidently has, seen without a parser.

Most links lead to a heading that is there, and most headings are a line of words: what such a
line stands for in Markdown needs no tree of the page. What is not seen is looked for in the tree.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from articlelint.article.headings import Heading, Piece
from articlelint.destinations.heading_ids import heading_ids
from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.generators.id_style import AnyIds

# More than the ids there are: what looks like one in code or in a template counts too, since
# a template or a script may make it so.
_VALUE: Final = r"""\s*+[=:]["'{\s]*+([^"'\s<>}]+)"""
# What begins with the same letters is found fast.
_ID: Final = regex(rf"id(?<=\bid){_VALUE}")
_NAME: Final = regex(rf"name(?<=\bname){_VALUE}")
_BRACES: Final = regex(r"\{(?!%)[^{}\n]{0,200}#([\w:.\-]{1,200})[^{}\n]{0,200}\}")
_TARGET: Final = regex(r"^[ \t>]*\(([^()\n]{1,200})\)=[ \t\r]*$", re.MULTILINE)
"""MyST's name for what follows."""
_BLOCK: Final = regex(r"\^(?<![\w^]\^)[A-Za-z0-9-]{1,100}(?=[ \t\r]*$)", re.MULTILINE)
"""Obsidian's name for a block."""
_COMMENT: Final = regex(r"<!--.*?-->", re.DOTALL)
_LINE: Final = regex(
    r"\n(?:[ \t>*+-]*+(?P<fence>`{3,}|~{3,})(?P<info>.*)"
    r"|(?P<marks>\#{1,6})[ \t]++"
    r"(?P<text>(?:[\w ,.?/()]|(?<=\w)['\u2019-](?=\w)|[:!](?=[ \r\n]))++)"
    r"(?:(?<=[ \t])\#++)?[ \t\r]*$)",
    re.MULTILINE,
)
_EMPHASIS: Final = regex(r"\b_|_\b")
_BELOW: Final = regex(r"\r?\n {0,3}\{:")
"""kramdown's attributes, which may give the heading another id."""
_NOWHERE: Final = Span(0, 0)


def written(body: str) -> Iterator[str]:
    """Yield what looks like an id that stands in *body* as it is."""
    for match in chain(_ID.finditer(body), _NAME.finditer(body)):
        yield match[1]
        if "&" in match[1]:
            from html import unescape  # a large table

            yield unescape(match[1])
    yield from (match[1] for match in _BRACES.finditer(body))
    if "^" in body:
        yield from (match[0] for match in _BLOCK.finditer(body))
    if ")=" in body:
        yield from (match[1].strip() for match in _TARGET.finditer(body))


def glance(body: str, styles: Sequence[AnyIds]) -> frozenset[str]:
    """Return names that the page of *body* evidently has, with ids made in one of *styles*.

    Where there are several it is one of those that are alike in letters and digits.
    """
    style = styles[0] if len(styles) == 1 else IdStyle.GITHUB
    ids = heading_ids(list(_headings(body)), style)
    return frozenset((*written(body), *filter(None, ids)))


def _headings(body: str) -> Iterator[Heading]:
    """Yield the headings that are a line of plain words, outside of code and comments."""
    fence = ""
    end = body.rfind("-->") + 3  # beyond, each beginning would be followed to the end of the text
    text = _COMMENT.sub("", body[:end]) + body[end:] if "<!--" in body else body
    for match in _LINE.finditer(f"\n{text}"):
        mark = match["fence"]
        if mark is None:
            words = match["text"].strip()
            plain = not _EMPHASIS.search(words) and not _BELOW.match(text, match.end() - 1)
            if not fence and words and plain:
                pieces = (Piece("text", words),)
                level = len(match["marks"])
                yield Heading(level, words, _NOWHERE, source=words, pieces=pieces)
        elif not fence:
            fence = mark
        elif mark.startswith(fence) and not match["info"].strip():
            fence = ""
