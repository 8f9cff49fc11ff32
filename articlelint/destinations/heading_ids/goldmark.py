"""Ids that are made of the last line of a heading as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _goldmark(heading: Words) -> str:
    """Return the slug of the last source line: marks, URLs and tags count as written."""
    return _anchor(_last_line(heading)) or "heading"


def _goldmark_ascii(heading: Words) -> str:
    line = normalize("NFD", _last_line(heading))
    return _anchor("".join(each for each in line if each.isascii())) or "heading"


def _last_line(heading: Words) -> str:
    lines = heading.source.replace("\r", "\n")
    return lines[lines.rfind("\n") + 1 :].strip()


def _anchor(line: str) -> str:
    return "".join(
        "-" if each in "- \t" else each.lower()[0]  # as Go: one character for one
        for each in line
        if each in "-_ \t" or category(each)[0] == "L" or category(each) == "Nd"
    )


def _blackfriday(heading: Words) -> str:
    line = "".join(
        each.lower() if category(each)[0] in "LN" else "-" for each in _last_line(heading)
    )
    return _HYPHENS.sub("-", line).strip("-") or "heading"


_HYPHENS = regex("-+")


MAKERS: Final[Mapping[IdStyle, Maker]] = {
    IdStyle.GOLDMARK: _goldmark,
    IdStyle.GOLDMARK_ASCII: _goldmark_ascii,
    IdStyle.BLACKFRIDAY: _blackfriday,
}
