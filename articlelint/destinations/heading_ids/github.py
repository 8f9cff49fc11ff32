"""Ids of github-slugger, as GitHub makes them, and what others make of these."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import category

from articlelint.destinations.heading_ids.words import text_of
from articlelint.generators.id_style import IdStyle
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.destinations.heading_ids.words import Maker, Words


def _github(heading: Words) -> str:
    return github_slug(text_of(heading))


def _docusaurus(heading: Words) -> str:
    return github_slug(text_of(heading, alt=True).strip())


def github_slug(text: str) -> str:
    """Return *text* as github-slugger makes it: lower case, word characters, hyphens."""
    return "".join(
        "-" if each == " " else each for each in text.lower() if each in "- " or is_word(each)
    )


@lru_cache(maxsize=4096)
def is_word(character: str) -> bool:
    r"""Tell whether it is one of Ruby's ``\p{Word}``, which github-slugger follows."""
    kind = category(character)
    return kind[0] in "LM" or kind in {"Nd", "Nl", "Pc"} or "Ⓐ" <= character <= "ⓩ"


def _nextra(heading: Words) -> str | None:
    """Return the slug of the text, or of what stands in ``[#name]`` at its end."""
    own = IN_BRACKETS.search(heading.source)
    return github_slug(own[1]) if own is not None else github_slug(text_of(heading))


IN_BRACKETS = regex(r"(?:^|\s|\b)\[#([^\[\]\n]+)\]\s*+\Z")


def _mdc(heading: Words) -> str | None:
    """Return the slug; None where the heading has components or attributes."""
    return None if _MDC_DOUBT.search(heading.source) else github_slug(text_of(heading))


_MDC_DOUBT = regex(r":[\w-]|[{}\[]")


def _rspress(heading: Words) -> str | None:
    """Return the slug; None where a tag is in the heading, whose text counts or not."""
    return None if "<" in heading.source else github_slug(text_of(heading).strip())


MAKERS: Final[Mapping[IdStyle, Maker]] = {
    IdStyle.GITHUB: _github,
    IdStyle.ASTRO: _github,
    IdStyle.DOCUSAURUS: _docusaurus,
    IdStyle.NEXTRA: _nextra,
    IdStyle.RSPRESS: _rspress,
    IdStyle.FUMADOCS: _github,
    IdStyle.MDC: _mdc,
}
